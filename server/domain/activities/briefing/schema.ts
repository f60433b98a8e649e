import { z } from 'zod';
import { AttributionMode } from '../../attribution.ts';
import { ActivityId, ListId, ParticipantId } from '../../ids.ts';
import { Localized } from '../../text.ts';

/** Names a section, a passage, a practice or a note within one briefing. */
const PartId = ListId;

/** A paragraph that people can mark; `notes` are sources, by their ids. */
const Passage = z.strictObject({ id: PartId, text: Localized, notes: z.array(PartId).default([]) });

/** What one city does. `city` is of the meeting's list, which knows where it lies; others say their place in words. */
const Practice = z.strictObject({
  id: PartId,
  city: ListId.nullable(),
  place: Localized.optional(),
  text: Localized,
  notes: z.array(PartId).default([]),
});

const Section = z.strictObject({
  id: PartId,
  heading: Localized,
  passages: z.array(Passage).default([]),
  practices: z.array(Practice).default([]),
});

export const BriefingConfig = z
  .strictObject({
    prompt: Localized,
    /** One or two sentences: what it is about and what to do with it. */
    help: Localized.optional(),
    sections: z.array(Section).min(1),
    notes: z.array(z.strictObject({ id: PartId, text: Localized })).default([]),
    attribution: AttributionMode.default('named'),
    /** The time set for it; without it there is no timer. */
    minutes: z.int().min(1).max(1440).optional(),
    graceSeconds: z.int().min(0).max(900).default(0),
  })
  .superRefine((config, ctx) => {
    const seen = new Set<string>();
    const notes = new Set(config.notes.map((note) => note.id as string));
    const once = (id: string, path: (string | number)[]) => {
      if (seen.has(id)) ctx.addIssue({ code: 'custom', path, message: `"${id}" stands twice` });
      seen.add(id);
    };
    config.notes.forEach((note, i) => {
      once(note.id, ['notes', i, 'id']);
    });
    config.sections.forEach((section, i) => {
      once(section.id, ['sections', i, 'id']);
      for (const list of ['passages', 'practices'] as const)
        section[list].forEach((part, j) => {
          const path = ['sections', i, list, j];
          once(part.id, [...path, 'id']);
          part.notes.forEach((id, k) => {
            if (!notes.has(id))
              ctx.addIssue({ code: 'custom', path: [...path, 'notes', k], message: `no note "${id}"` });
          });
        });
    });
  });
export type BriefingConfig = z.infer<typeof BriefingConfig>;

/** A briefing has nothing that the desk changes while the meeting runs. */
export const settings = z.strictObject({});

/** same: so in our city. different: not so with us. more: tell us more. The first two exclude each other. */
export const Mark = z.enum(['same', 'different', 'more']);
export type Mark = z.infer<typeof Mark>;

/** `part` is a passage or a practice. */
const mark = { activity: ActivityId, part: PartId, mark: Mark };

export const commands = {
  'briefing.Mark': z.strictObject(mark),
  'briefing.Unmark': z.strictObject(mark),
};

export const events = {
  'briefing.Marked': z.strictObject({ ...mark, participant: ParticipantId }),
  'briefing.MarkTakenBack': z.strictObject({ ...mark, participant: ParticipantId }),
};
