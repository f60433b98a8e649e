/** A line of the contents of the minutes. */
export interface ContentsLine {
  readonly id: string;
  readonly text: string;
  /** Those of the minutes, which may be on their way to other ones. */
  readonly lang: string;
  readonly dir: 'rtl' | 'ltr';
  readonly under: boolean;
}

const linksIn = (body: HTMLElement): HTMLElement[] => [
  ...body.querySelectorAll<HTMLElement>('.minutes-contents a[href^="#"]'),
];

/** The contents as the minutes have them. */
export const contentsOf = (body: HTMLElement): ContentsLine[] =>
  linksIn(body).map((link) => ({
    id: link.getAttribute('href')?.slice(1) ?? '',
    text: link.textContent ?? '',
    lang: body.lang,
    dir: body.dir === 'rtl' ? 'rtl' : 'ltr',
    under: link.closest('ol ol') !== null,
  }));

/** Marks, in the contents of the minutes, the part that is being read. */
export function markCurrent(body: HTMLElement, id: string): void {
  for (const link of linksIn(body))
    if (link.getAttribute('href') === `#${id}`) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
}

/** Pixels by which a heading may stand lower than where a link leads, and is what is being read all the same. */
const NEAR = 12;

/**
 * The part that is being read: the last that begins above where a link would lead; '' before the first. At the end of the
 * page, where what was gone to cannot come up so far, what was gone to.
 */
export function currentOf(lines: readonly ContentsLine[]): string {
  const asked = lines.find(({ id }) => `#${id}` === location.hash);
  const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
  let current = '';
  for (const { id } of lines) {
    const place = document.getElementById(id);
    if (!place) continue;
    const { top } = place.getBoundingClientRect();
    if (atEnd && id === asked?.id && top >= 0 && top < innerHeight) return id;
    if (top <= Number.parseFloat(getComputedStyle(place).scrollMarginBlockStart) + NEAR) current = id;
  }
  return current;
}
