import writeExcelFile from 'write-excel-file/node';
import type { MinutesDocument } from '../../domain/minutes-document.ts';
import { aboutSheet } from './about.ts';
import { agendaSheet } from './agenda.ts';
import { attendanceSheet, presentSheet } from './attendance.ts';
import { makerOf } from './cells.ts';
import { featuresFor } from './features.ts';
import { gridSheets } from './grids.ts';
import { heardSheet, speakersSheet } from './heard.ts';
import type { Making } from './making.ts';
import { sayOf, sheetNames } from './names.ts';
import { passagesSheet } from './passages.ts';
import type { Sheet } from './sheet.ts';
import { pointsSheet, textsSheet, themesSheet } from './texts.ts';
import { votesSheets } from './votes.ts';

// It has the letters of all three languages, on every system that opens such files.
const FONT = { fontFamily: 'Arial', fontSize: 11 };

/**
 * The minutes as a workbook (Office Open XML): a sheet for each table, each only where the document has anything for it.
 * Texts stay texts, whatever they begin with; numbers and dates are such. What a cell cannot hold is cut, and says so.
 */
export async function renderXlsx(doc: MinutesDocument): Promise<Uint8Array> {
  const sheets = sheetsOf(doc);
  const names = sheetNames(sheets.map(({ name }) => name));
  const properties = { title: doc.title.text, subject: doc.subtitle.text, lang: doc.lang, at: doc.composedAt };
  const book = writeExcelFile(
    sheets.map(({ data, widths, frozen }, i) => ({
      data,
      sheet: names[i] ?? '',
      columns: widths.map((width) => ({ width })),
      rightToLeft: doc.dir === 'rtl',
      showGridLines: false,
      stickyRowsCount: frozen.rows,
      stickyColumnsCount: frozen.columns,
    })),
    { ...FONT, features: featuresFor(sheets, names, properties) },
  );
  return new Uint8Array(await book.toBuffer());
}

/** In the order in which the minutes are read. */
function sheetsOf(doc: MinutesDocument): Sheet[] {
  const say = sayOf(doc);
  const making: Making = { doc, say, make: makerOf(doc, say('cellCut')) };
  const made = [
    aboutSheet(making),
    pointsSheet(making),
    agendaSheet(making),
    textsSheet(making),
    ...gridSheets(making),
    ...votesSheets(making),
    themesSheet(making),
    passagesSheet(making),
    attendanceSheet(making),
    presentSheet(making),
    heardSheet(making),
    speakersSheet(making),
  ];
  return made.flatMap((sheet) => (sheet ? [sheet] : []));
}
