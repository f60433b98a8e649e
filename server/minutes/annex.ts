import type { ActivityId } from '../domain/ids.ts';
import {
  type Block,
  type ItemSection,
  type Piece,
  type Quote,
  quotesIn,
  type Run,
} from '../domain/minutes-document.ts';
import type { Composing } from './compose.ts';

/** How many of the most endorsed contributions the body names. */
const MOST = 3;
/** An endorsement alone is not yet the room's. */
const ENOUGH = 2;

/** The anchor of an activity's part of the annex; unlike any reference. */
export const logAnchor = (id: ActivityId): string => `log-${id}`;

/** The log of contributions, question by question in the order of the agenda, each under the item that it was part of. */
export function annexBlocks(sections: readonly ItemSection[], { words, lang }: Composing): Block[] {
  const parts = sections.flatMap((section) =>
    section.activities
      .filter(({ log }) => hasTexts(log))
      .flatMap(({ id, title, log }): Block[] => [
        { type: 'heading', level: 3, runs: [title], id: logAnchor(id) },
        ...(title.text === section.title.text ? [] : [{ type: 'line' as const, pieces: [[section.title]] }]),
        ...log,
      ]),
  );
  if (parts.length === 0) return [];
  const say = (key: string): Run[] => [{ text: words(`minutes.${key}`), lang }];
  return [{ type: 'heading', level: 2, runs: say('annex') }, { type: 'note', runs: say('aboutAnnex') }, ...parts];
}

/** In the body, what leads to an activity's texts: the most endorsed by their references, then all of them. */
export function logPointer(id: ActivityId, log: readonly Block[], { words, lang }: Composing): Block[] {
  if (!hasTexts(log)) return [];
  const most = [...quotesIn(log)]
    .filter(({ kind, endorsements }) => kind === 'contribution' && endorsements.n >= ENOUGH)
    .sort((a, b) => b.endorsements.n - a.endorsements.n)
    .slice(0, MOST);
  const say = (text: string): Run => ({ text, lang });
  const cited = most.flatMap((quote: Quote, i): Run[] => [
    say(i === 0 ? `${words('minutes.mostEndorsed')} ` : words('minutes.comma')),
    { text: quote.ref, lang: 'und', style: 'ref', target: quote.ref },
    say(` (${words('minutes.number', { n: quote.endorsements.n })})`),
  ]);
  const all: Piece = [{ ...say(words('minutes.inAnnex')), target: logAnchor(id) }];
  return [{ type: 'line', pieces: [...(cited.length > 0 ? [cited] : []), all] }];
}

const hasTexts = (log: readonly Block[]): boolean => quotesIn(log)[Symbol.iterator]().next().done !== true;
