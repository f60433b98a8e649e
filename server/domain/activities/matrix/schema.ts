import { z } from 'zod';
import { AttributionMode } from '../../attribution.ts';
import { contributionSchemas } from '../../contributions/kind.ts';
import { of, ofItem, prefixed, RevealMode, seedEvents, written } from '../../contributions/schema.ts';
import { ListId } from '../../ids.ts';
import { Localized } from '../../text.ts';

/** What a column speaks for gives it its colour, and its side in the picture. */
export const Tone = z.enum(['for', 'against', 'plain']);
export type Tone = z.infer<typeof Tone>;

const cell = { row: ListId, column: ListId };

export const MatrixConfig = z
  .strictObject({
    prompt: Localized,
    help: Localized.optional(),
    /** What the rows are: "Role". */
    corner: Localized,
    /** `short`: a word, for narrow places. */
    rows: z
      .array(z.strictObject({ id: ListId, name: Localized, short: Localized }))
      .min(1)
      .max(12),
    columns: z
      .array(z.strictObject({ id: ListId, name: Localized, tone: Tone }))
      .min(1)
      .max(4),
    /** Entries that stand in it from the start, from a document. */
    seeds: z.array(z.strictObject({ ...cell, text: Localized })).default([]),
    reveal: RevealMode.default('live'),
    attribution: AttributionMode.default('named'),
    endorsements: z.boolean().default(true),
    contests: z.boolean().default(true),
    minutes: z.int().min(1).max(1440).optional(),
    graceSeconds: z.int().min(0).max(900).default(120),
  })
  .superRefine((config, ctx) => {
    const ids = (list: 'rows' | 'columns') => {
      const seen = new Set<string>();
      config[list].forEach(({ id }, i) => {
        if (seen.has(id)) ctx.addIssue({ code: 'custom', path: [list, i, 'id'], message: `"${id}" stands twice` });
        seen.add(id);
      });
      return seen;
    };
    const [rows, columns] = [ids('rows'), ids('columns')];
    config.seeds.forEach((seed, i) => {
      const missing = (name: 'row' | 'column') =>
        ctx.addIssue({ code: 'custom', path: ['seeds', i, name], message: `no ${name} "${seed[name]}"` });
      if (!rows.has(seed.row)) missing('row');
      if (!columns.has(seed.column)) missing('column');
    });
  });
export type MatrixConfig = z.infer<typeof MatrixConfig>;

/** What the desk may change while the meeting runs. */
export const settings = z.strictObject({
  reveal: RevealMode.optional(),
  attribution: AttributionMode.optional(),
  endorsements: z.boolean().optional(),
  contests: z.boolean().optional(),
});

const shared = contributionSchemas('matrix');

export const commands = {
  ...shared.commands,
  /** A new entry of a cell. */
  'matrix.Contribute': z.strictObject({ ...of, ...cell, ...written }),
  /** A reason against an entry: it stands under it. */
  'matrix.Contest': z.strictObject({ ...ofItem, ...written }),
};
export const events = { ...shared.events, ...prefixed('matrix', seedEvents) };
export const allowed = {
  ...shared.allowed,
  'matrix.Contribute': ['participant'] as const,
  'matrix.Contest': ['participant'] as const,
};
