import { z } from 'zod';
import type { ListId } from './ids.ts';

/**
 * How an author appears, in every place alike. `anonymous` has its place here and in the meeting file, and is refused
 * there until it is built.
 */
export const AttributionMode = z.enum(['named', 'city', 'kind']);
export type AttributionMode = z.infer<typeof AttributionMode>;

/**
 * The author as an audience sees them. A city or organisation is a list id, or its own text where it is not listed;
 * `city` and `kind` are buckets, and null is the pool of all others. `document` is the meeting file.
 */
export type Attribution =
  | { readonly as: 'participant' }
  | { readonly as: 'document' }
  | { readonly as: 'city'; readonly city: ListId | null }
  | { readonly as: 'kind'; readonly kind: ListId | null }
  | {
      readonly as: 'name';
      readonly name: string;
      readonly organisation: ListId | null;
      readonly organisationText?: string;
      readonly city: ListId | null;
      readonly cityText?: string;
    };
