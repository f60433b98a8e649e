import { z } from 'zod';
import { AgendaItemId } from '../domain/ids.ts';
import { Language } from '../domain/text.ts';
import { formatsBeside, type MinutesFormat, minutesFormats } from './formats.ts';

/** Those that are text, and quickly made. */
export const textFormats = ['html', 'md', 'csv', 'json'] as const satisfies readonly MinutesFormat[];
export type TextFormat = (typeof textFormats)[number];
export const isText = (format: MinutesFormat): format is TextFormat => textFormats.some((text) => text === format);

/** What can be asked for, over HTTP and on the command line. */
export const minutesAsked = {
  format: z.enum(minutesFormats),
  lang: Language,
  /** Another language beside it; for formats that can. */
  beside: Language.optional(),
  /** One item of the agenda, or one day of the meeting; without both, all of it. */
  item: AgendaItemId.optional(),
  day: z.iso.date().optional(),
};
export type MinutesAsked = z.infer<z.ZodObject<typeof minutesAsked>>;

/** What of it excludes something else; null where it fits together. */
export function misfit({ format, lang, beside, item, day }: MinutesAsked): 'beside' | 'day' | null {
  if (beside !== undefined && (beside === lang || !formatsBeside.includes(format))) return 'beside';
  return item !== undefined && day !== undefined ? 'day' : null;
}
