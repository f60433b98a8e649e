import { readFileSync } from 'node:fs';
import type { Topology } from 'topojson-specification';
import type { Plugin } from 'vite';
import { type OutlineFrame, outlineOf } from './outline.ts';

const ID = 'virtual:mediterranean';

/**
 * `virtual:mediterranean`: {land, borders}, two SVG paths in the units of the given frame. They are drawn while the
 * pages are built, so that no browser needs the atlas or what reads it.
 */
export function outlinePlugin(atlas: string, frame: OutlineFrame): Plugin {
  return {
    name: 'halqa:outline',
    resolveId: (id) => (id === ID ? `\0${id}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const { land, borders } = outlineOf(JSON.parse(readFileSync(atlas, 'utf8')) as Topology, frame);
      return `export const land = ${JSON.stringify(land)};\nexport const borders = ${JSON.stringify(borders)};`;
    },
  };
}
