import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A list in a box of given height, whose parts of class `if-room` are left out where it would not hold them. */
export function WhereRoom(props: {
  class: string;
  children: ComponentChildren /** Measures again when it changes. */;
  again: unknown;
}) {
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      element.classList.remove('no-room');
      element.classList.toggle('no-room', element.scrollHeight > element.clientHeight + 1);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // A font that arrives late changes the measure.
    void document.fonts?.ready.then(measure);
    return () => observer.disconnect();
  }, [props.again]);
  return (
    <ol class={`where-room ${props.class}`} ref={list}>
      {props.children}
    </ol>
  );
}
