import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Fonts of packages, one folder a weight: Arabic and Latin in two or three weights, all else in one. */
const FOLDERS = [
  ['amiri', '400Regular', '700Bold'],
  ['noto-sans', '400Regular', '600SemiBold', '700Bold'],
  ['noto-emoji', '400Regular'],
  ['noto-sans-hebrew', '400Regular'],
  ['noto-sans-ethiopic', '400Regular'],
  ['noto-sans-tifinagh', '400Regular'],
  ['noto-sans-bengali', '400Regular'],
  ['noto-sans-armenian', '400Regular'],
  ['noto-sans-georgian', '400Regular'],
  ['noto-sans-math', '400Regular'],
  ['zcool-xiaowei', '400Regular'],
] as const;

/** Where the font files are. */
export function fontFolders(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FOLDERS.flatMap(([name, ...weights]) => {
    const folder = dirname(resolve(`@expo-google-fonts/${name}/package.json`));
    return weights.map((weight) => join(folder, weight));
  });
}
