import type { Label, Language } from '../../server/domain/text.ts';

/** The languages of the meeting that a label is missing in. */
export const missingLabels = (label: Label, meeting: readonly Language[]): Language[] =>
  meeting.filter((language) => !label[language]);
