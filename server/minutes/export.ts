import type { AgendaItemId } from '../domain/ids.ts';
import type { MinutesDocument } from '../domain/minutes-document.ts';
import type { MeetingState } from '../domain/state.ts';
import type { Language } from '../domain/text.ts';
import { wordsFor } from '../words.ts';
import { compose } from './compose.ts';
import { renderCsv } from './csv.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';

export { minutesPolicy } from './html.ts';

export const minutesFormats = ['html', 'md', 'csv', 'json'] as const;
export type MinutesFormat = (typeof minutesFormats)[number];

const renderers: Record<MinutesFormat, { render: (doc: MinutesDocument) => string; mime: string }> = {
  html: { render: renderHtml, mime: 'text/html; charset=utf-8' },
  md: { render: renderMarkdown, mime: 'text/markdown; charset=utf-8' },
  csv: { render: renderCsv, mime: 'text/csv; charset=utf-8; header=present' },
  json: { render: renderJson, mime: 'application/json; charset=utf-8' },
};

export interface ExportOptions {
  readonly format: MinutesFormat;
  readonly lang: Language;
  /** One agenda item alone. */
  readonly item?: AgendaItemId;
  /** Where the log stands for this state. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** The moment it is asked for, in milliseconds since 1970, UTC. */
  readonly now?: number;
}

/**
 * The minutes as a file: its text, its type, and a name of plain ASCII.
 * @throws Rejection NOT_FOUND where there is no such meeting or item.
 */
export function exportMinutes(
  state: MeetingState,
  { format, lang, item, head, now = Date.now() }: ExportOptions,
): { body: string; mime: string; filename: string } {
  const words = wordsFor(lang, state.file?.region);
  const doc = compose(state, { lang, words, head, now, ...(item === undefined ? {} : { item }) });
  const { render, mime } = renderers[format];
  const name = [doc.meeting.id, 'minutes', ...(doc.item === null ? [] : [doc.item]), lang].join('-');
  return { body: render(doc), mime, filename: `${name}.${format}` };
}
