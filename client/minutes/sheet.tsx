import { useEffect, useRef } from 'preact/hooks';
import type { Trail } from './trail.ts';

/** The server's own rendering, put in place whole; its links lead within it. */
export function Sheet({ body, busy, trail }: { body: HTMLElement; busy: boolean; trail: Trail }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.replaceChildren(body);
    trail.enter(body);
  }, [body, trail]);
  useEffect(() => {
    const here = place.current;
    here?.addEventListener('click', trail.click);
    return () => here?.removeEventListener('click', trail.click);
  }, [trail]);
  return <div ref={place} class="minutes-place" aria-busy={busy} />;
}
