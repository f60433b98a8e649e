import type { MinutesDocument } from '../domain/minutes-document.ts';

/** What the minutes can be had as: to read, to work on as text, as data, to print, to go on editing, as tables. */
export const minutesFormats = ['html', 'md', 'csv', 'json', 'pdf', 'docx', 'xlsx'] as const;
export type MinutesFormat = (typeof minutesFormats)[number];

/** Those that can show two languages side by side. */
export const formatsBeside: readonly MinutesFormat[] = ['pdf', 'docx'];

/** One document; with `beside`, the same in another language, to be laid beside it piece by piece (see `flow.ts`). */
export interface Edition {
  readonly doc: MinutesDocument;
  readonly beside: MinutesDocument | null;
}
