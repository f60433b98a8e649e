/* How high rows have to be. Not every programme finds that out when it opens a file. */

/** A line of text, in points, and what stands above and below all lines of a cell. */
const LINE = 15;
const ROW_ROOM = 2;
const HEAD_ROOM = 7;
/** No row can be higher. */
const HIGHEST = 409;

/** Columns are measured in digits; most letters are narrower. */
const LETTERS = 1.12;

/** How many letters stand side by side in a column of a width, with a little room beside them. */
export const lettersIn = (width: number): number => Math.floor((width - 2) * LETTERS);

const MARKS = /\p{M}/gu;

/** How many lines a text takes where so many letters stand side by side. */
export function linesIn(text: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    let used = 0;
    lines++;
    for (const word of paragraph.replace(MARKS, '').split(' ')) {
      const length = word.length + (used > 0 ? 1 : 0);
      if (used + length <= width || used === 0) used += length;
      else {
        lines++;
        used = word.length;
      }
      // What has no spaces is broken where the column ends.
      while (used > width) {
        lines++;
        used -= width;
      }
    }
  }
  return lines;
}

/** The height of a row from the lines in its cells, in points. */
export const rowHeight = (lines: readonly number[]): number =>
  Math.min(HIGHEST, Math.max(1, ...lines) * LINE + ROW_ROOM);

export const headHeight = (lines: readonly number[]): number => Math.max(1, ...lines) * LINE + HEAD_ROOM;
