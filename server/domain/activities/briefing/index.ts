import type { Audience } from '../../actors.ts';
import type { ActivityId, ListId, ParticipantId } from '../../ids.ts';
import { defineActivity, type Envelope, type Key, type RandomContext } from '../activity.ts';
import { behave } from './behave.ts';
import { type BriefingCommand, type BriefingEvent, decide } from './decide.ts';
import { minutes } from './minutes.ts';
import { BriefingConfig, commands, events, type Mark, settings } from './schema.ts';
import { type BriefingState, citiesOf, documentOf, initial, partsOf } from './state.ts';

/** The value of `marks/<activity>/<part>`, at the desk and on the screen: people by mark. Where nobody marked: nothing. */
export type MarksView = Readonly<Record<Mark, number>>;
/** A participant's own marks by part, in `self.own`. */
export type OwnMarks = Readonly<Record<ListId, readonly Mark[]>>;
/** The configuration as it is sent; the text is fetched in the reader's language. */
export type BriefingView = Omit<BriefingConfig, 'sections' | 'notes'>;

export const marksKey = (id: ActivityId, part: ListId): Key => `marks/${id}/${part}`;

const marked = (data: { part: ListId; participant: ParticipantId }, state: BriefingState) => ({
  tallies: [marksKey(state.id, data.part)],
  selves: [data.participant],
});

function evolve(state: BriefingState, event: BriefingEvent & Envelope): void {
  const { part, participant, mark } = event.data;
  const own = state.byParticipant.get(participant) ?? new Map<ListId, Set<Mark>>();
  const marks = own.get(part) ?? new Set<Mark>();
  state.byParticipant.set(participant, own.set(part, marks));
  if (event.type === 'briefing.Marked') {
    state.marks.get(part)?.[mark].add(participant);
    marks.add(mark);
  } else {
    state.marks.get(part)?.[mark].delete(participant);
    marks.delete(mark);
  }
}

function show(state: BriefingState, key: Key, audience: Audience): MarksView | undefined {
  const marks =
    audience === 'room' ? undefined : state.marks.get(key.slice(marksKey(state.id, '' as ListId).length) as ListId);
  if (!marks) return undefined;
  const { same, different, more } = marks;
  return same.size + different.size + more.size > 0
    ? { same: same.size, different: different.size, more: more.size }
    : undefined;
}

function self(state: BriefingState, participant: ParticipantId) {
  const own = [...(state.byParticipant.get(participant) ?? [])].filter(([, marks]) => marks.size > 0);
  if (own.length === 0) return { items: [], endorsed: [] };
  return {
    items: [],
    endorsed: [],
    own: Object.fromEntries(own.map(([part, marks]) => [part, [...marks]])) as OwnMarks,
  };
}

function randomCommand(state: BriefingState, ctx: RandomContext): BriefingCommand | null {
  if (ctx.actor.kind !== 'participant') return null;
  const part = ctx.below(20) === 0 ? ('nowhere' as ListId) : ctx.pick(partsOf(state.config))!.id;
  const mark = ctx.pick(['same', 'different', 'more'] as const)!;
  return {
    type: ctx.below(3) === 0 ? 'briefing.Unmark' : 'briefing.Mark',
    data: { activity: ctx.activity, part, mark },
  };
}

/** The room reads: sections, practices of cities, sources; and marks what is so with them, what not, what it would hear more of. */
export const briefing = defineActivity({
  kind: 'briefing',
  config: BriefingConfig,
  settings,
  fixedOnceOpened: [],
  commands,
  events,
  allowed: { 'briefing.Mark': ['participant'], 'briefing.Unmark': ['participant'] },
  cities: citiesOf,
  initial,
  configure: () => undefined,
  configOf: ({ config: { sections: _sections, notes: _notes, ...config } }: BriefingState): BriefingView => config,
  reading: documentOf,
  decide,
  evolve,
  touches: { 'briefing.Marked': marked, 'briefing.MarkTakenBack': marked },
  keys: (state) => partsOf(state.config).map((part) => marksKey(state.id, part.id)),
  show,
  self,
  item: () => undefined,
  items: () => [],
  keysOfItem: () => [],
  keysOfParticipant: () => [],
  created: () => [],
  minutes,
  randomCommand,
  behave,
});
