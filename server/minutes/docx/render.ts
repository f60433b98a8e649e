import { Document, Packer } from 'docx';
import type { MinutesDocument } from '../../domain/minutes-document.ts';
import type { Edition } from '../formats.ts';
import { besideEachOther, sideOf } from './beside.ts';
import { fontsFor } from './fonts.ts';
import { Footnotes } from './footnotes.ts';
import { footerOf, headerOf } from './furniture.ts';
import { landscapeWidth, uprightWidth } from './look.ts';
import { numbering } from './numbering.ts';
import { pageNumbers } from './pages.ts';
import { penOf } from './pen.ts';
import { corePropertiesXml } from './properties.ts';
import { single } from './single.ts';
import { stylesXml } from './styles.ts';

const ARABIC = /[\u0600-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC]/;

/**
 * The minutes as a Word document (the bytes of a .docx) to go on editing: named styles, real lists, contents, notes,
 * bookmarks and links; in one language, or in two side by side.
 */
export async function renderDocx({ doc, beside }: Edition): Promise<Uint8Array> {
  let lists = 0;
  const shared = { footnotes: new Footnotes(), nextList: () => ++lists };
  const pen = penOf(doc, shared, uprightWidth, { other: beside });
  const other = beside && { doc: beside, pen: penOf(beside, shared, uprightWidth, { second: true, other: doc }) };
  const { sheets, until } = other ? besideEachOther(sideOf(doc, pen), sideOf(other.doc, other.pen)) : single(doc, pen);
  const documents = [[doc, pen] as const, ...(other ? [[other.doc, other.pen] as const] : [])];
  const fonts = fontsFor([doc, beside].some((each) => each && holdsArabic(each)));
  const document = new Document({
    externalStyles: stylesXml(doc.lang, doc.dir),
    numbering,
    fonts: fonts.embedded,
    pageNumbers: pageNumbers(until, fonts.measured),
    sections: sheets.sections({
      header: headerOf(documents),
      upright: footerOf(documents, uprightWidth),
      landscape: footerOf(documents, landscapeWidth),
    }),
  });
  return Packer.pack(document, 'uint8array', undefined, [{ path: 'docProps/core.xml', data: corePropertiesXml(doc) }]);
}

const holdsArabic = (doc: MinutesDocument): boolean => doc.dir === 'rtl' || ARABIC.test(JSON.stringify(doc));
