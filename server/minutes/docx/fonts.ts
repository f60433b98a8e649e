import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { withJoinedWidths } from './joined-widths.ts';
import { arabicFont, latinFont } from './look.ts';

const { resolve } = createRequire(import.meta.url);

export interface Embedded {
  readonly name: string;
  readonly data: Buffer;
  readonly bold: Buffer;
}

export interface Fonts {
  /** What goes into the file. */
  readonly embedded: readonly Embedded[];
  /** The same ones, as lines are measured with them. */
  readonly measured: readonly Embedded[];
}

const read = (name: string, folder: string, file: string): Embedded => {
  const face = (weight: string): Buffer =>
    readFileSync(resolve(`@expo-google-fonts/${folder}/${weight}/${file}_${weight}.ttf`));
  return { name, data: face('400Regular'), bold: face('700Bold') };
};

function load() {
  const latin = read(latinFont, 'noto-sans', 'NotoSans');
  const arabic = read(arabicFont, 'amiri', 'Amiri');
  return {
    latin,
    arabic,
    joined: { ...arabic, data: withJoinedWidths(arabic.data), bold: withJoinedWidths(arabic.bold) },
  };
}
let loaded: ReturnType<typeof load> | undefined;

/** The fonts that a document needs, upright and bold, read once. Both may be embedded and changed (Open Font License). */
export function fontsFor(withArabic: boolean): Fonts {
  loaded ??= load();
  const { latin, arabic, joined } = loaded;
  return withArabic
    ? { embedded: [latin, arabic], measured: [latin, joined] }
    : { embedded: [latin], measured: [latin] };
}
