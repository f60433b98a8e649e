import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { geoConicEqualArea } from 'd3-geo';
import type { Topology } from 'topojson-specification';
import { frame, inFrame, project, projection } from '../../client/ui/mediterranean.ts';
import { outlineOf } from '../../server/launch/outline.ts';

const atlas = path.join(import.meta.dirname, '../../node_modules/world-atlas/countries-50m.json');
const outline = outlineOf(JSON.parse(readFileSync(atlas, 'utf8')) as Topology, { ...projection, ...frame });

const places = {
  lisbon: [38.7, -9.1],
  amman: [31.95, 35.93],
  amsterdam: [52.37, 4.9],
  tripoli: [32.9, 13.2],
  sfax: [34.74, 10.76],
} as const;

/** Whether a point is on land: it stands inside an odd number of the path's rings. */
function onLand(lat: number, lon: number): boolean {
  const { x, y } = project(lat, lon);
  let inside = false;
  for (const ring of ringsOf(outline.land))
    ring.forEach(([ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length]!;
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    });
  return inside;
}

/** The corners of each piece of a path, in units of the picture. */
function ringsOf(drawn: string): [number, number][][] {
  return drawn
    .split('M')
    .slice(1)
    .map((piece) => {
      const numbers = (piece.match(/-?\d+/g) ?? []).map(Number);
      let [x, y] = [0, 0];
      const ring: [number, number][] = [];
      for (let i = 0; i < numbers.length; i += 2) {
        [x, y] = i === 0 ? [numbers[0]!, numbers[1]!] : [x + numbers[i]!, y + numbers[i + 1]!];
        ring.push([x, y]);
      }
      return ring;
    });
}

describe('the outline of the map', () => {
  it('is drawn in the projection in which browsers place the cities', () => {
    const drawn = geoConicEqualArea()
      .parallels([...projection.parallels])
      .rotate([-projection.meridian, 0])
      .center([0, 0])
      .scale(projection.scale)
      .translate([...projection.translate]);
    for (const [lat, lon] of Object.values(places)) {
      const [x, y] = drawn([lon, lat])!;
      expect(project(lat, lon).x).toBeCloseTo(x, 6);
      expect(project(lat, lon).y).toBeCloseTo(y, 6);
    }
  });

  it('reaches as far as the meetings do', () => {
    for (const [lat, lon] of Object.values(places)) expect(inFrame(project(lat, lon))).toBe(true);
    expect(inFrame(project(45.5, -73.6))).toBe(false);
  });

  it('has land and sea where they are', () => {
    for (const [lat, lon] of [
      [48.86, 2.35],
      [36.5, 9.5],
      [37.5, 14],
      [39.2, -5],
      [33, 36.5],
      [35, 33],
    ] as const)
      expect({ lat, lon, land: onLand(lat, lon) }).toEqual({ lat, lon, land: true });
    for (const [lat, lon] of [
      [38, 6],
      [34, 18],
      [43, 15.3],
      [43.5, 34],
      [47, -8],
    ] as const)
      expect({ lat, lon, land: onLand(lat, lon) }).toEqual({ lat, lon, land: false });
  });

  it('draws no border through Cyprus, and one north of Crimea nowhere', () => {
    const within = (south: number, west: number, north: number, east: number) =>
      ringsOf(outline.borders).some((line) =>
        line.some(([x, y]) => {
          const [low, high] = [project(south, west), project(north, east)];
          return x > low.x && x < high.x && y < low.y && y > high.y;
        }),
      );
    expect(within(34.3, 32.2, 35.6, 34.4)).toBe(false);
    expect(within(45.8, 32.8, 46.4, 34.6)).toBe(false);
    // The Pyrenees, so that it is seen to find one.
    expect(within(42.2, -1, 43.2, 2)).toBe(true);
  });

  it('is light enough for a phone', () => {
    expect(gzipSync(outline.land + outline.borders).length).toBeLessThan(8_000);
  });
});
