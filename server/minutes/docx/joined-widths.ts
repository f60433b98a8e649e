/*
 * Pages are laid out with the widths of a font's letters as they stand alone. Arabic letters join, and are much narrower
 * then: for laying out, a copy of the font has the width of each letter as it is on average in a text.
 */

/** What is left of it in a text: ligatures and the shapes that are used most are narrower (measured on pages of minutes). */
const CLOSER = 0.88;

/** The shapes of each letter as Unicode lists them: alone, at the end, at the beginning, in the middle. */
function shapesOfLetters(): Map<number, number[]> {
  const shapes = new Map<number, number[]>();
  for (let code = 0xfe80; code <= 0xfef4; code++) {
    const letter = String.fromCodePoint(code).normalize('NFKC').codePointAt(0) ?? 0;
    shapes.set(letter, [...(shapes.get(letter) ?? []), code]);
  }
  return shapes;
}

/** A copy of a TrueType font whose Arabic letters are as wide as joined ones; the font itself where it lists none. */
export function withJoinedWidths(font: Buffer): Buffer {
  const tables = tablesOf(font);
  const [cmap, hhea, hmtx] = ['cmap', 'hhea', 'hmtx'].map((name) => tables.get(name));
  if (cmap === undefined || hhea === undefined || hmtx === undefined) return font;
  const glyphs = glyphsOf(font, cmap);
  const last = font.readUInt16BE(hhea + 34) - 1;
  const placeOf = (code: number): number | undefined => {
    const glyph = glyphs.get(code);
    return glyph === undefined || glyph > last ? undefined : hmtx + 4 * glyph;
  };
  const copy = Buffer.from(font);
  for (const [letter, shapes] of shapesOfLetters()) {
    const place = placeOf(letter);
    // A letter that joins on both sides hardly ever stands alone.
    const usual = shapes.length === 4 ? shapes.slice(1) : shapes;
    const widths = usual.flatMap((shape) => {
      const at = placeOf(shape);
      return at === undefined ? [] : [font.readUInt16BE(at)];
    });
    if (place !== undefined && widths.length > 0)
      copy.writeUInt16BE(Math.round((CLOSER * widths.reduce((sum, width) => sum + width, 0)) / widths.length), place);
  }
  return copy;
}

function tablesOf(font: Buffer): Map<string, number> {
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, i) => 12 + 16 * i);
  return new Map(entries.map((at) => [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8)]));
}

/** Characters to glyphs, from the ranges of a table of format 12. */
function glyphsOf(font: Buffer, cmap: number): Map<number, number> {
  const glyphs = new Map<number, number>();
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const at = cmap + font.readUInt32BE(cmap + 8 + 8 * i);
    if (font.readUInt16BE(at) !== 12) continue;
    for (let range = at + 16; range < at + font.readUInt32BE(at + 4); range += 12) {
      const [first, end, glyph] = [0, 4, 8].map((offset) => font.readUInt32BE(range + offset)) as [
        number,
        number,
        number,
      ];
      for (let code = first; code <= end; code++) glyphs.set(code, glyph + code - first);
    }
  }
  return glyphs;
}
