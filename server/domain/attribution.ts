import { z } from 'zod';
import type { ListId } from './ids.ts';

/**
 * How an author appears, in every place alike. This release knows `named`; `city`, `kind` and `anonymous` have their
 * place here and in the meeting file, and are refused there until they are built.
 */
export const AttributionMode = z.enum(['named']);
export type AttributionMode = z.infer<typeof AttributionMode>;

/** The author as an audience sees them. A city or organisation is a list id, or its own text where it is not listed. */
export type Attribution =
  | { readonly as: 'participant' }
  | {
      readonly as: 'name';
      readonly name: string;
      readonly organisation: ListId | null;
      readonly organisationText?: string;
      readonly city: ListId | null;
      readonly cityText?: string;
    };
