import type { Composing } from './compose.ts';

/** The columns of the table of texts, in their order. */
export const columns = [
  'meeting',
  'item',
  'activity',
  'ref',
  'parent',
  'kind',
  'lang',
  'text',
  'translation',
  'translator',
  'author',
  'organisation',
  'city',
  'endorsements',
  'merged',
  'event',
  'place',
  'objections',
  'theme',
  'rests',
  'behalf',
] as const;
export type Column = (typeof columns)[number];

/** Their names in the chosen language. */
export const columnNames = ({ words, format, lang }: Composing): Record<Column, string> =>
  Object.fromEntries(
    columns.map((column) => [
      column,
      words(`minutes.column_${column}`, column === 'translation' ? { language: format.languageName(lang) } : {}),
    ]),
  ) as Record<Column, string>;
