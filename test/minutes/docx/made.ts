import type { MinutesDocument } from '../../../server/domain/minutes-document.ts';
import type { Language } from '../../../server/domain/text.ts';
import { compose } from '../../../server/minutes/compose.ts';
import { renderDocx } from '../../../server/minutes/docx/render.ts';
import { wordsFor } from '../../../server/words.ts';
import type { TestMeeting } from '../../support/test-meeting.ts';
import { HASH } from '../meeting.ts';
import { xmlPartsOf } from './package.ts';

export function composed({ state, at }: TestMeeting, lang: Language): MinutesDocument {
  return compose(state, { lang, words: wordsFor(lang), head: { seq: state.seq, hash: HASH }, now: at });
}

export interface Made {
  readonly doc: MinutesDocument;
  readonly bytes: Uint8Array;
  readonly parts: ReadonlyMap<string, string>;
  /** `word/document.xml` */
  readonly body: string;
}

export async function made(doc: MinutesDocument, beside: MinutesDocument | null = null): Promise<Made> {
  const bytes = await renderDocx({ doc, beside });
  const parts = xmlPartsOf(bytes);
  return { doc, bytes, parts, body: parts.get('word/document.xml')! };
}
