import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * Text in a box of given height: the largest of the sizes (in px at 1080p) at which it fits. Where not even the smallest
 * does, it ends in three dots behind a whole word, and `rest` says where to read on.
 */
export function Fit(props: {
  sizes: readonly number[];
  text: string;
  lang: string;
  dir: 'rtl' | 'ltr';
  /** The words under a text that is cut. */
  rest?: ComponentChildren;
}) {
  const { sizes, text, lang, dir, rest } = props;
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(text);

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      // Measured beside what is shown, which may be cut already.
      const probe = document.createElement('p');
      probe.lang = lang;
      probe.dir = dir;
      probe.className = 'probe';
      element.append(probe);
      const fits = (tried: string, room: number): boolean => {
        probe.textContent = tried;
        return probe.scrollHeight <= room;
      };
      const found = sizes.some((size) => {
        element.style.setProperty('--size', String(size));
        return fits(text, element.clientHeight);
      });
      const line = Number.parseFloat(getComputedStyle(probe).lineHeight);
      // One line is left for the words that say where the rest is.
      const room = element.clientHeight - (rest ? line : 0);
      setShown(found ? text : longest(text, (tried) => fits(tried, room)));
      probe.remove();
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // A font that arrives late changes the measure.
    void document.fonts?.ready.then(measure);
    return () => observer.disconnect();
  }, [text, lang, sizes, Boolean(rest)]);

  return (
    <div class="fit" ref={box}>
      <p lang={lang} dir={dir}>
        {shown}
      </p>
      {shown !== text && rest && <p class="rest">{rest}</p>}
    </div>
  );
}

/** As many whole words as fit, and three dots; at least one word. */
function longest(text: string, fits: (tried: string) => boolean): string {
  const ends = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => index + word.length);
  const cutAt = (i: number): string => `${text.slice(0, ends[i])} …`;
  let [within, beyond] = [0, ends.length];
  while (beyond - within > 1) {
    const middle = (within + beyond) >> 1;
    if (fits(cutAt(middle))) within = middle;
    else beyond = middle;
  }
  return cutAt(within);
}
