import type { MinutesDocument } from '../../domain/minutes-document.ts';
import type { Maker } from './cells.ts';
import type { Say } from './names.ts';

/** What a sheet is made of: the document, its words, and how its cells are made. */
export interface Making {
  readonly doc: MinutesDocument;
  readonly say: Say;
  readonly make: Maker;
}
