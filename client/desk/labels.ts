import { languages } from '../../server/domain/plain.ts';
import type { Label, Language } from '../../server/domain/text.ts';

/** A label in the reader's language where it has it, else in one that it has. */
export function labelIn(label: Label, reader: Language): { text: string; lang: Language } {
  const lang = [reader, ...languages].find((language) => label[language]) ?? reader;
  return { text: label[lang] ?? '', lang };
}

/** The languages of the meeting that a label is missing in. */
export const missingLabels = (label: Label, meeting: readonly Language[]): Language[] =>
  meeting.filter((language) => !label[language]);
