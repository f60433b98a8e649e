import type { AgendaItemId } from '../domain/ids.ts';
import type { Block, ItemSection, KeyPoint, Run } from '../domain/minutes-document.ts';
import { pointsOf } from '../domain/parts/keypoints.ts';
import type { MeetingState } from '../domain/state.ts';
import { filled, type Label, languages } from '../domain/text.ts';
import { sectionAnchor } from './agenda.ts';
import type { Composing } from './compose.ts';
import type { Shown } from './shown.ts';

/** What the desk wrote in one language at least: in the chosen one, or as it is there. */
export function labelRun(label: Label, { lang }: Composing): Run {
  const written = label[lang] === undefined ? languages.find((other) => label[other] !== undefined) : lang;
  return { text: filled(label)[lang], lang: written ?? 'und' };
}

/** The key points of an agenda item, in the order of the desk. */
export const keyPointsOf = (state: MeetingState, item: AgendaItemId, shown: Shown, ctx: Composing): KeyPoint[] =>
  pointsOf(state, item).map(({ text, items }) => ({
    text: labelRun(text, ctx),
    rests: items.map((rest) => ({ ref: rest.ref, shown: shown.has(rest.item) })),
  }));

/** Key points as they stand in their item. */
export function keyPointBlocks(points: readonly KeyPoint[], ctx: Composing): Block[] {
  if (points.length === 0) return [];
  const name: Run = { text: ctx.words('minutes.keyPoints'), lang: ctx.lang };
  return [{ type: 'heading', level: 3, runs: [name] }, listOf(points, ctx)];
}

/** All of them, item by item, to be read first. */
export function openingBlocks(sections: readonly ItemSection[], ctx: Composing): Block[] {
  const some = sections.filter(({ keyPoints }) => keyPoints.length > 0);
  if (some.length === 0) return [];
  return [
    { type: 'heading', level: 2, runs: [{ text: ctx.words('minutes.keyPoints'), lang: ctx.lang }] },
    ...some.flatMap(({ id, title, keyPoints }): Block[] => [
      { type: 'heading', level: 3, runs: [{ ...title, target: sectionAnchor(id) }] },
      listOf(keyPoints, ctx),
    ]),
  ];
}

const listOf = (points: readonly KeyPoint[], ctx: Composing): Block => ({
  type: 'list',
  ordered: true,
  items: points.map((point) => [point.text, ...restRuns(point, ctx)]),
});

/** The references in brackets. One whose text readers may not read is named all the same, and said to be so. */
function restRuns({ rests }: KeyPoint, { words, lang }: Composing): Run[] {
  const soft = (text: string): Run => ({ text, lang, style: 'soft' });
  if (rests.length === 0) return [];
  return [
    soft(' ('),
    ...rests.flatMap(({ ref, shown }, i): Run[] => [
      ...(i > 0 ? [soft(words('minutes.comma'))] : []),
      { text: ref, lang: 'und', style: 'ref', target: ref },
      ...(shown ? [] : [soft(` ${words('minutes.restNotShown')}`)]),
    ]),
    soft(')'),
  ];
}
