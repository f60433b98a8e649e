import type { Edition } from '../formats.ts';
import { typeset } from './compiler.ts';
import { paperOf } from './layout.ts';

/**
 * The minutes as an accessible PDF (PDF/UA-1): one language, or two side by side. Takes up to seconds, in which the thread
 * does nothing else.
 * @throws Error where the document cannot be set.
 */
export const renderPdf = (edition: Edition): Uint8Array => typeset(paperOf(edition));
