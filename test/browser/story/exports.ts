import { parse } from 'csv-parse/sync';
import type { Format } from '../people.ts';

/** How often a text stands in an export: as an original, in a table or record that has a field of its own for it. */
export function count(body: string, text: string, format: Format): number {
  if (format === 'csv') return rowsOf(body).filter((row) => row.includes(text)).length;
  if (format === 'json') return originals(body).filter((original) => original === text).length;
  return readable(body, format).split(text).length - 1;
}

/** The texts of a JSON export as they were written. */
export function originals(json: string): string[] {
  const found: string[] = [];
  JSON.parse(json, (key, value) => {
    if (key === 'written') found.push(value.text);
    return value;
  });
  return found;
}

export const rowsOf = (body: string) => parse(body, { bom: true, from_line: 2 }) as string[][];

/** The text as a reader reads it: without the marks that keep lines of two directions apart, and without escapes. */
export function readable(body: string, format: Format): string {
  const plain = body.replace(/[\u2066-\u2069\u200e\u200f]/g, '');
  if (format === 'html') return plain.replaceAll('&#x27;', '’').replace(/&#39;/g, '’').replaceAll('&amp;', '&');
  return plain.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
