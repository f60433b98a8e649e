import type { MinutesDocument } from '../domain/minutes-document.ts';
import { Rejection } from '../domain/rejection.ts';
import type { MeetingState } from '../domain/state.ts';
import type { Language } from '../domain/text.ts';
import { wordsFor } from '../words.ts';
import { isText, type MinutesAsked, misfit, type TextFormat } from './asked.ts';
import { compose } from './compose.ts';
import { renderCsv } from './csv.ts';
import { documentPolicy } from './document-policy.ts';
import type { Edition, MinutesFormat } from './formats.ts';
import { renderHtml } from './html.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';

const texts: Record<TextFormat, (doc: MinutesDocument) => string> = {
  html: renderHtml,
  md: renderMarkdown,
  csv: renderCsv,
  json: renderJson,
};

const mimes: Record<MinutesFormat, string> = {
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export interface ExportOptions<F extends MinutesFormat = MinutesFormat> extends MinutesAsked {
  readonly format: F;
  /** Where the log stands for this state. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** The moment it is asked for, in milliseconds since 1970, UTC. */
  readonly now?: number | undefined;
}

/** The minutes as a file: its content, its type, and a name of plain ASCII. */
export interface MadeMinutes<Body extends string | Uint8Array = Uint8Array> {
  readonly body: Body;
  readonly mime: string;
  readonly filename: string;
  /** What a browser may let it do; null where it shows nothing by itself. */
  readonly policy: string | null;
}

/**
 * The minutes in a format that is text, at once.
 * @throws Rejection NOT_FOUND where there is no such meeting, item or day; MALFORMED where what is asked excludes itself.
 */
export function exportText(state: MeetingState, options: ExportOptions<TextFormat>): MadeMinutes<string> {
  const body = texts[options.format](composed(state, options, options.lang));
  return { body, policy: options.format === 'html' ? documentPolicy(body) : null, ...described(state, options) };
}

/**
 * The minutes in any format, as bytes. What makes the heavy ones is loaded when it is first needed.
 * @throws Rejection as {@link exportText}.
 */
export async function exportMinutes(state: MeetingState, options: ExportOptions): Promise<MadeMinutes> {
  const { format } = options;
  if (isText(format)) {
    const made = exportText(state, { ...options, format });
    return { ...made, body: Buffer.from(made.body, 'utf8') };
  }
  const doc = composed(state, options, options.lang);
  const beside = options.beside === undefined ? null : composed(state, options, options.beside);
  return { body: await files[format]({ doc, beside }), policy: null, ...described(state, options) };
}

const files: Record<Exclude<MinutesFormat, TextFormat>, (edition: Edition) => Promise<Uint8Array>> = {
  pdf: async (edition) => (await import('./pdf/render.ts')).renderPdf(edition),
  docx: async (edition) => (await import('./docx/render.ts')).renderDocx(edition),
  xlsx: async ({ doc }) => (await import('./xlsx/render.ts')).renderXlsx(doc),
};

function composed(state: MeetingState, options: ExportOptions, lang: Language): MinutesDocument {
  const { item, day, head, now = Date.now() } = options;
  if (misfit(options)) throw new Rejection('MALFORMED');
  const words = wordsFor(lang, state.file?.region);
  const scope = { ...(item === undefined ? {} : { item }), ...(day === undefined ? {} : { day }) };
  return compose(state, { lang, words, head, now, ...scope });
}

function described(state: MeetingState, { format, lang, beside, item, day }: ExportOptions) {
  const parts = [state.file?.id, 'minutes', item, day, lang, beside].filter((part) => part !== undefined);
  return { mime: mimes[format], filename: `${parts.join('-')}.${format}` };
}
