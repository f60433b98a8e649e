import type { MinutesDocument } from '../../domain/minutes-document.ts';
import { plain } from '../isolate.ts';
import { printable } from '../printable.ts';
import { wordLanguage } from './text.ts';

const escaped = (text: string): string =>
  printable(text).replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char] ?? '&quot;');

/**
 * `docProps/core.xml`: title, subject, language, the moment of composing, and as a description the whole fingerprint of
 * the log and the number of its events.
 */
export function corePropertiesXml({ title, subtitle, lang, foot, head, composedAt }: MinutesDocument): string {
  const at = new Date(composedAt).toISOString().replace(/\.\d+Z$/, 'Z');
  const description = `${foot.map(plain).join(' · ')} · sha256:${head.hash} · ${head.seq}`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title.text)}</dc:title><dc:subject>${escaped(subtitle.text)}</dc:subject><dc:creator>Halqa</dc:creator>`,
    `<dc:description>${escaped(description)}</dc:description><dc:language>${wordLanguage(lang)}</dc:language>`,
    `<cp:lastModifiedBy>Halqa</cp:lastModifiedBy><cp:revision>1</cp:revision>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}
