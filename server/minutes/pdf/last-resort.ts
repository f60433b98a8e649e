/*
 * A font for what no other has: one empty box, for every character there is. An accessible PDF may not hold a character
 * without a glyph; with this one it is seen as a box and can still be copied and searched.
 */

/** The family by which it is asked for. */
export const LAST_RESORT = 'Halqa Last Resort';

const UNITS = 1000;
const WIDTH = 700;
/** Two outlines, the inner one the other way round, so that a frame remains: x and y of each corner. */
const BOX = [
  [60, -60],
  [60, 740],
  [640, 740],
  [640, -60],
  [110, -10],
  [590, -10],
  [590, 690],
  [110, 690],
] as const;
const LAST_CHARACTER = 0x10ffff;

/** The font as a TrueType file. */
export function lastResortFont(): Buffer {
  const glyph = boxGlyph();
  return sfnt({
    'OS/2': os2(),
    cmap: cmap(),
    glyf: Buffer.concat([glyph, glyph]),
    head: head(),
    hhea: hhea(),
    hmtx: u16(WIDTH, 0, WIDTH, 0),
    loca: u16(0, glyph.length / 2, glyph.length),
    maxp: Buffer.concat([u32(0x00010000), u16(2, BOX.length, 2, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)]),
    name: names([
      [1, LAST_RESORT],
      [2, 'Regular'],
      [4, LAST_RESORT],
      [6, LAST_RESORT.replaceAll(' ', '')],
    ]),
    post: Buffer.concat([u32(0x00030000, 0), u16(0x10000 - 100, 50), u32(0, 0, 0, 0, 0)]),
  });
}

const u16 = (...values: number[]): Buffer => {
  const out = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => out.writeUInt16BE(value & 0xffff, 2 * i));
  return out;
};

const u32 = (...values: number[]): Buffer => {
  const out = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => out.writeUInt32BE(value >>> 0, 4 * i));
  return out;
};

/** The box, its points all on the line; of even length. */
function boxGlyph(): Buffer {
  const steps = (axis: 0 | 1): Buffer => u16(...BOX.map((point, i) => point[axis] - (BOX[i - 1]?.[axis] ?? 0)));
  const bounds = [0, 1].map((axis) => BOX.map((point) => point[axis as 0 | 1]));
  const [x = [], y = []] = bounds;
  return Buffer.concat([
    u16(2, Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)),
    u16(3, BOX.length - 1, 0),
    Buffer.alloc(BOX.length, 1),
    steps(0),
    steps(1),
  ]);
}

/** Format 13 (many to one): every character has glyph 1. */
const cmap = (): Buffer => Buffer.concat([u16(0, 1, 3, 10), u32(12), u16(13, 0), u32(28, 0, 1, 0, LAST_CHARACTER, 1)]);

const head = (): Buffer =>
  Buffer.concat([
    u32(0x00010000, 0x00010000, 0, 0x5f0f3cf5),
    u16(0, UNITS),
    u32(0, 0, 0, 0),
    u16(60, -60, 640, 740, 0, 8, 2, 0, 0),
  ]);

const hhea = (): Buffer =>
  Buffer.concat([u32(0x00010000), u16(800, -200, 0, WIDTH, 60, 60, 640, 1, 0, 0, 0, 0, 0, 0, 0, 2)]);

const os2 = (): Buffer =>
  Buffer.concat([
    u16(4, WIDTH, 400, 5, 0, 650, 600, 0, 75, 650, 600, 0, 350, 50, 300, 0),
    Buffer.alloc(10),
    u32(0, 0, 0, 0),
    Buffer.from('HLQA'),
    u16(0x40, 0x20, 0xffff, 800, -200, 0, 800, 200),
    u32(1, 0),
    u16(500, 700, 0, 0x20, 1),
  ]);

function names(list: readonly (readonly [number, string])[]): Buffer {
  const texts = list.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  let at = 0;
  const records = list.map(([id], i) => {
    const { length = 0 } = texts[i] ?? {};
    at += length;
    return u16(3, 1, 0x409, id, length, at - length);
  });
  return Buffer.concat([u16(0, list.length, 6 + 12 * list.length), ...records, ...texts]);
}

/** Tables with their directory and sums. */
function sfnt(tables: Readonly<Record<string, Buffer>>): Buffer {
  const entries = Object.entries(tables);
  const power = 2 ** Math.floor(Math.log2(entries.length));
  const directory = [u32(0x00010000), u16(entries.length, 16 * power, Math.log2(power), 16 * (entries.length - power))];
  const body: Buffer[] = [];
  let at = 12 + 16 * entries.length;
  for (const [tag, table] of entries) {
    directory.push(Buffer.from(tag.padEnd(4)), u32(sumOf(table), at, table.length));
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    body.push(padded);
    at += padded.length;
  }
  const font = Buffer.concat([...directory, ...body]);
  const headAt = font.readUInt32BE(12 + 16 * entries.findIndex(([tag]) => tag === 'head') + 8);
  font.writeUInt32BE((0xb1b0afba - sumOf(font)) >>> 0, headAt + 8);
  return font;
}

function sumOf(table: Buffer): number {
  const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
  let sum = 0;
  for (let i = 0; i < padded.length; i += 4) sum = (sum + padded.readUInt32BE(i)) >>> 0;
  return sum;
}
