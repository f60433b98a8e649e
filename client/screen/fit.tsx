import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * Text in a box of given height: the largest of the sizes (in px at 1080p) at which it fits. Where not even the smallest
 * does, it is cut at a whole line, and `rest` says where to read on.
 */
export function Fit(props: {
  sizes: readonly number[];
  text: string;
  lang: string;
  dir: 'rtl' | 'ltr';
  /** The words at the end of a text that is cut; without them it ends in three dots. */
  rest?: ComponentChildren;
}) {
  const { sizes, text, lang, dir, rest } = props;
  const box = useRef<HTMLDivElement>(null);
  const [cut, setCut] = useState(false);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const paragraph = element.querySelector('p');
      if (!paragraph) return;
      paragraph.style.removeProperty('-webkit-line-clamp');
      const fits = (size: number) => {
        element.style.setProperty('--size', String(size));
        return paragraph.scrollHeight <= element.clientHeight;
      };
      const found = sizes.some(fits);
      setCut(!found);
      if (found) return;
      const line = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
      // One line is left for the words that say where the rest is.
      const lines = Math.max(1, Math.floor(element.clientHeight / line) - (rest ? 1 : 0));
      paragraph.style.setProperty('-webkit-line-clamp', String(lines));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // A font that arrives late changes the measure.
    void document.fonts?.ready.then(measure);
    return () => observer.disconnect();
  }, [text, lang, sizes, Boolean(rest)]);

  return (
    <div class={cut ? 'fit cut' : 'fit'} ref={box}>
      <p lang={lang} dir={dir}>
        {text}
      </p>
      {cut && rest && <p class="rest">{rest}</p>}
    </div>
  );
}
