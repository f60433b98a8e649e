import type { Composing } from './compose.ts';
import { sheetLabels } from './xlsx/names.ts';

/** What a renderer writes of its own, beside what the document says: each is `minutes.label_<name>` in the words. */
export const labelNames = [
  'contents',
  'page',
  'pageOf',
  'aboutFingerprint',
  'backToItem',
  'backToText',
  ...sheetLabels,
] as const;
export type LabelName = (typeof labelNames)[number];
export type Labels = Readonly<Record<LabelName, string>>;

export const labelsOf = ({ words }: Composing): Labels =>
  Object.fromEntries(labelNames.map((name) => [name, words(`minutes.label_${name}`)])) as Labels;
