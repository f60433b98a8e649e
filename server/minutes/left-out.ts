import type { Run, Withheld } from '../domain/minutes-document.ts';
import type { Composing } from './compose.ts';

/** What of the room's texts is counted and not shown, in one sentence; or that nothing is. */
export function leftOutOf(withheld: Withheld, { words, lang, format }: Composing): Run {
  const some = (Object.keys(withheld) as (keyof Withheld)[]).filter((why) => withheld[why] > 0);
  if (some.length === 0) return { text: words('minutes.aboutAllShown'), lang };
  const list = format.list(some.map((why) => words(`minutes.${why}`, { n: withheld[why] })));
  return { text: words('minutes.aboutNotShown', { list }), lang };
}
