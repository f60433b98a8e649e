import { headBlocks } from '../../contributions/minutes.ts';
import { own } from '../../contributions/minutes-quote.ts';
import type { ListId } from '../../ids.ts';
import type { Block, Passage, Run, Source } from '../../minutes-document.ts';
import type { MinutesContext } from '../activity.ts';
import { type BriefingConfig, Mark } from './schema.ts';
import type { BriefingState } from './state.ts';

type Section = BriefingConfig['sections'][number];
type Part = Section['passages'][number] | Section['practices'][number];

/** What was read: its sections with the passages that the room marked, the practices of cities, and the sources of these. */
export function minutes(state: BriefingState, ctx: MinutesContext): Block[] {
  const { config, byParticipant } = state;
  if (ctx.lifecycle.openedAt === null) return headBlocks(config.prompt, [], ctx);
  const parts = config.sections.map((section) => ({ section, read: readIn(section, state) }));
  const people = [...byParticipant.values()].filter((own) => [...own.values()].some((marks) => marks.size > 0)).length;
  const unmarked = parts.reduce((sum, { section, read }) => sum + all(section).length - read.length, 0);
  const say = (key: string, n: number): Run => own(ctx.words(`minutes.${key}`, { n }), ctx);
  return [
    ...headBlocks(config.prompt, [[say('marked', people)]], ctx),
    ...parts.flatMap(({ section, read }): Block[] => {
      const heading = own(section.heading[ctx.lang], ctx);
      return [
        { type: 'heading', level: 4, runs: [heading] },
        read.length > 0
          ? { type: 'passages', section: heading, passages: read.map((part) => passage(part, state, ctx)) }
          : { type: 'note', runs: [own(ctx.words('minutes.nothingMarked'), ctx)] },
      ];
    }),
    ...(unmarked > 0 ? [{ type: 'note' as const, runs: [say('unmarked', unmarked)] }] : []),
    ...sourcesOf(
      parts.flatMap(({ read }) => read),
      state,
      ctx,
    ),
  ];
}

const all = ({ passages, practices }: Section): readonly Part[] => [...passages, ...practices];

/** Every practice, and the passages that somebody marked. */
const readIn = (section: Section, { marks }: BriefingState): Part[] => [
  ...section.passages.filter(({ id }) => Mark.options.some((mark) => (marks.get(id)?.[mark].size ?? 0) > 0)),
  ...section.practices,
];

function passage(part: Part, state: BriefingState, ctx: MinutesContext): Passage {
  const marks = state.marks.get(part.id);
  return {
    id: part.id,
    lead: 'city' in part ? placeOf(part, ctx) : null,
    text: own(part.text[ctx.lang], ctx),
    sources: part.notes.map((id) => {
      const n = numberOf(id, state);
      return { n, target: anchorOf(n, state) };
    }),
    marks: Mark.options.flatMap((mark) => {
      const n = marks?.[mark].size ?? 0;
      return n > 0 ? [{ id: mark, n, said: own(ctx.words(`minutes.mark_${mark}`, { n }), ctx) }] : [];
    }),
  };
}

/** A practice names a city of the meeting's list, or its place in words. */
function placeOf({ city, place }: Section['practices'][number], ctx: MinutesContext): Run | null {
  if (place) return own(place[ctx.lang], ctx);
  return city === null ? null : own(ctx.bucket(city, 'city'), ctx);
}

/** The number of a source, from 1: the same on every surface. */
const numberOf = (id: ListId, { config }: BriefingState): number =>
  config.notes.findIndex((note) => note.id === id) + 1;

/** Unlike any reference, and of this activity alone. */
const anchorOf = (n: number, { id }: BriefingState): string => `source-${id}-${n}`;

function sourcesOf(read: readonly Part[], state: BriefingState, ctx: MinutesContext): Block[] {
  const cited = new Set(read.flatMap((part) => part.notes));
  const sources = state.config.notes.flatMap((note, i): Source[] =>
    cited.has(note.id) ? [{ n: i + 1, anchor: anchorOf(i + 1, state), text: own(note.text[ctx.lang], ctx) }] : [],
  );
  if (sources.length === 0) return [];
  return [
    { type: 'heading', level: 4, runs: [own(ctx.words('minutes.sources'), ctx)] },
    { type: 'sources', sources },
  ];
}
