import type { CoreReader, DecideContext, Envelope, Key, Voice } from '../activities/activity.ts';
import type { Audience } from '../actors.ts';
import type { ItemId, ParticipantId } from '../ids.ts';
import { decideContributions } from './decide.ts';
import { evolveContributions } from './evolve.ts';
import {
  type ContributionCommand,
  type ContributionEvent,
  contributionAllowed,
  contributionCommands,
  contributionEvents,
  type Prefixed,
  prefixed,
  withKind,
  withoutKind,
} from './schema.ts';
import { type ContributionsState, hostOf } from './state.ts';
import {
  type ContributionTouches,
  contributionItem,
  contributionItems,
  contributionKey,
  contributionKeys,
  contributionTouches,
  keysOfAuthor,
  ownContributions,
  showContribution,
} from './view.ts';

type PlainEvent = Exclude<ContributionEvent, { type: 'SeedsPublished' }>;

/** Commands and events of contributions under the name of a kind. */
export type CommandOf<K extends string> = {
  [T in ContributionCommand as T['type']]: Omit<T, 'type'> & { type: `${K}.${T['type']}` };
}[ContributionCommand['type']];
export type EventOf<K extends string> = {
  [T in PlainEvent as T['type']]: Omit<T, 'type'> & { type: `${K}.${T['type']}` };
}[PlainEvent['type']];

/** The texts of the meeting file, under the name of a kind that has some. */
export type SeedEventOf<K extends string> = {
  type: `${K}.SeedsPublished`;
  data: Extract<ContributionEvent, { type: 'SeedsPublished' }>['data'];
};

export interface ContributionSchemas<K extends string> {
  readonly commands: Prefixed<K, typeof contributionCommands>;
  readonly events: Prefixed<K, typeof contributionEvents>;
  readonly allowed: Prefixed<K, typeof contributionAllowed>;
}

export const contributionSchemas = <K extends string>(kind: K): ContributionSchemas<K> => ({
  commands: prefixed(kind, contributionCommands),
  events: prefixed(kind, contributionEvents),
  allowed: prefixed(kind, contributionAllowed),
});

/** Events under the name of a kind. */
export const named = <K extends string>(kind: K, events: readonly ContributionEvent[]): EventOf<K>[] =>
  events.map((event) => withKind(kind, event)) as unknown as EventOf<K>[];

/** What every kind with contributions takes over as it is. */
export const contributionParts = <K extends string, S extends ContributionsState>(kind: K) => ({
  decide: (state: S, command: CommandOf<K>, ctx: DecideContext): EventOf<K>[] =>
    named(kind, decideContributions(state, withoutKind<typeof contributionCommands>(command), ctx)),
  evolve: (state: S, event: (EventOf<K> | SeedEventOf<K>) & Envelope): void =>
    evolveContributions(state, withoutKind<typeof contributionEvents>(event) as ContributionEvent & Envelope),
  touches: prefixed(kind, contributionTouches as ContributionTouches<S>),
  keys: (state: S) => contributionKeys(state),
  show: (state: S, key: Key, audience: Audience, core: CoreReader) => showContribution(state, key, audience, core),
  item: (state: S, id: ItemId, audience: Audience, core: CoreReader) => contributionItem(state, id, audience, core),
  items: (state: S, audience: Audience, core: CoreReader) => contributionItems(state, audience, core),
  host: (state: S, id: ItemId) => hostOf(state, id),
  self: (state: S, participant: ParticipantId, core: CoreReader) => ownContributions(state, participant, core),
  keysOfItem: (_state: S, id: ItemId) => [contributionKey(id)],
  keysOfParticipant: (state: S, id: ParticipantId) => keysOfAuthor(state, id),
  voice: (event: { readonly type: string; readonly data: unknown }): Voice | undefined => {
    const { item, participant, ref, late } = event.data as {
      item: ItemId;
      participant?: ParticipantId;
      ref?: string;
      late?: boolean;
    };
    if (!participant) return undefined;
    if (event.type === `${kind}.ContributionAdded`)
      return { participant, item, what: 'contributions', shown: ref !== undefined && !late };
    if (event.type === `${kind}.Endorsed`) return { participant, item, what: 'endorsements', shown: false };
    return undefined;
  },
  created: (event: { readonly type: string; readonly data: unknown }): ItemId[] => {
    const data = event.data as { item: ItemId; published: readonly { item: ItemId }[] };
    if (event.type === `${kind}.ContributionAdded`) return [data.item];
    return event.type === `${kind}.SeedsPublished` ? data.published.map((p) => p.item) : [];
  },
});
