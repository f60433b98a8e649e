import type { ActivityId, ListId, ParticipantId } from '../../ids.ts';
import type { Language, Localized } from '../../text.ts';
import type { BriefingConfig, Mark } from './schema.ts';

export interface BriefingState {
  readonly id: ActivityId;
  readonly config: BriefingConfig;
  /** Who marked each passage or practice, and how. Every part is there. */
  readonly marks: ReadonlyMap<ListId, Readonly<Record<Mark, Set<ParticipantId>>>>;
  /** What each participant marked, for their own view. */
  readonly byParticipant: Map<ParticipantId, Map<ListId, Set<Mark>>>;
}

export const partsOf = (config: BriefingConfig) =>
  config.sections.flatMap(({ passages, practices }) => [...passages, ...practices]);

/** The cities that practices name, with where. */
export const citiesOf = (config: BriefingConfig) =>
  config.sections.flatMap(({ practices }, i) =>
    practices.flatMap(({ city }, j) =>
      city === null ? [] : [{ path: ['sections', i, 'practices', j, 'city'], city }],
    ),
  );

export const initial = (id: ActivityId, config: BriefingConfig): BriefingState => ({
  id,
  config,
  marks: new Map(partsOf(config).map((part) => [part.id, { same: new Set(), different: new Set(), more: new Set() }])),
  byParticipant: new Map(),
});

/** A briefing in one language, as it is fetched. Practices name a city of the meeting's list, or their place in words. */
export interface BriefingDocument {
  readonly sections: readonly {
    readonly id: ListId;
    readonly heading: string;
    readonly passages: readonly { readonly id: ListId; readonly text: string; readonly notes: readonly ListId[] }[];
    readonly practices: readonly {
      readonly id: ListId;
      readonly city: ListId | null;
      readonly place: string | null;
      readonly text: string;
      readonly notes: readonly ListId[];
    }[];
  }[];
  /** Sources, in the order of their numbers. */
  readonly notes: readonly { readonly id: ListId; readonly text: string }[];
}

export function documentOf({ config }: BriefingState, lang: Language): BriefingDocument {
  const text = (of: { text: Localized }) => of.text[lang];
  return {
    sections: config.sections.map(({ id, heading, passages, practices }) => ({
      id,
      heading: heading[lang],
      passages: passages.map((p) => ({ id: p.id, text: text(p), notes: p.notes })),
      practices: practices.map((p) => ({
        id: p.id,
        city: p.city,
        place: p.place?.[lang] ?? null,
        text: text(p),
        notes: p.notes,
      })),
    })),
    notes: config.notes.map((note) => ({ id: note.id, text: text(note) })),
  };
}
