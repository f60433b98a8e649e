import { type GeoConicProjection, geoConicEqualArea, geoPath } from 'd3-geo';
import { merge, mesh } from 'topojson-client';
import type { GeometryCollection, Polygon, Topology } from 'topojson-specification';

/** Land and the borders on it as SVG paths, in whole units of the picture. */
export interface Outline {
  readonly land: string;
  readonly borders: string;
}

/** An equal-area cone, and how much of it is drawn; as in client/ui/mediterranean.ts. */
export interface OutlineFrame {
  readonly parallels: readonly [number, number];
  readonly meridian: number;
  readonly scale: number;
  readonly translate: readonly [number, number];
  readonly width: number;
  readonly height: number;
}

/** In units of the picture: how far a line may stray from its original, and the smallest island that is drawn. */
const STRAY = 1.5;
const SMALLEST = 30;
/** What is drawn beyond the frame on each side, so that the stroke along the cut is out of sight. */
const OVERLAP = 40;

type Country = Polygon<{ name: string }>;
type Line = readonly (readonly [number, number])[];

/** Draws the outline out of a topology of countries in degrees (the world atlas of Natural Earth). */
export function outlineOf(atlas: Topology, frame: OutlineFrame): Outline {
  const projection = geoConicEqualArea()
    .parallels([...frame.parallels])
    .rotate([-frame.meridian, 0])
    .center([0, 0])
    .scale(frame.scale)
    .translate([...frame.translate])
    .precision(0)
    .clipExtent([
      [-OVERLAP, -OVERLAP],
      [frame.width + OVERLAP, frame.height + OVERLAP],
    ]);
  const topology = simplified(atlas, projection);
  const countries = countriesOf(topology);
  const draw = geoPath(projection).digits(0);
  const borders: GeometryCollection<{ name: string }> = { type: 'GeometryCollection', geometries: countries };
  return {
    land: compact(draw(merge(topology, countries)) ?? ''),
    borders: compact(draw(mesh(topology, borders, (a, b) => nameOf(a as Country) !== nameOf(b as Country))) ?? ''),
  };
}

const nameOf = (country: Country): string => country.properties?.name ?? '';

/** The polygons of countries, each with its country's name, in the borders that the United Nations know. */
function countriesOf(topology: Topology): Country[] {
  const all = topology.objects.countries as GeometryCollection<{ name: string }>;
  return all.geometries.flatMap((geometry) => {
    const { name } = geometry.properties as { name: string };
    const polygons =
      geometry.type === 'Polygon' ? [geometry.arcs] : geometry.type === 'MultiPolygon' ? geometry.arcs : [];
    return polygons.flatMap((arcs): Country[] => {
      const [ring = []] = arcs;
      const points = ring.flatMap((arc) => (topology.arcs[arc < 0 ? ~arc : arc] ?? []) as [number, number][]);
      if (!points.some(isNear)) return [];
      return [{ type: 'Polygon', arcs, properties: { name: ownerOf(name, points) } }];
    });
  });
}

/** What lies far from the map would come through the back of the cone. */
const isNear = ([lon, lat]: Line[number]): boolean => lon > -30 && lon < 60 && lat > 15 && lat < 66;

/** The atlas draws who holds a place. Two lines on this map are not borders of states. */
function ownerOf(name: string, points: Line): string {
  if (name === 'N. Cyprus') return 'Cyprus';
  const crimea = points.every(([lon, lat]) => lon > 32 && lon < 37 && lat > 44 && lat < 46.5);
  return name === 'Russia' && crimea ? 'Ukraine' : name;
}

/** The topology in plain degrees, its lines with the points alone that matter in the picture. */
function simplified(atlas: Topology, projection: GeoConicProjection): Topology {
  const { scale, translate } = atlas.transform ?? { scale: [1, 1], translate: [0, 0] };
  const arcs = atlas.arcs.map((arc) => {
    let [x, y] = [0, 0];
    const degrees = arc.map((step): [number, number] => {
      const [dx = 0, dy = 0] = step;
      [x, y] = atlas.transform ? [x + dx, y + dy] : [dx, dy];
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
    const drawn = degrees.map((point) => projectionOf(projection, point));
    return [...kept(drawn)].map((i) => degrees[i]!);
  });
  const { transform: _transform, ...rest } = atlas;
  return { ...rest, arcs };
}

function projectionOf(projection: GeoConicProjection, point: [number, number]): readonly [number, number] {
  return projection(point) ?? [0, 0];
}

/** Indices of the points to keep (Douglas and Peucker), first and last always, in order. */
function* kept(line: Line, from = 0, to = line.length - 1): Iterable<number> {
  yield from;
  yield* between(line, from, to);
  if (to > from) yield to;
}

function* between(line: Line, from: number, to: number): Iterable<number> {
  let [farthest, at] = [STRAY, -1];
  for (let i = from + 1; i < to; i++) {
    const away = distance(line[i]!, line[from]!, line[to]!);
    if (away > farthest) [farthest, at] = [away, i];
  }
  if (at < 0) return;
  yield* between(line, from, at);
  yield at;
  yield* between(line, at, to);
}

/** From a point to the straight piece between two others. */
function distance([x, y]: Line[number], [ax, ay]: Line[number], [bx, by]: Line[number]): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

/** The same path in steps from point to point, without rings too small to see. */
function compact(path: string): string {
  let [atX, atY] = [0, 0];
  return [...path.matchAll(/M([^MZ]*)(Z?)/g)]
    .map(([, points = '', closed = '']) => {
      const line = points.split('L').map((point) => point.split(',').map(Number) as [number, number]);
      if (closed && areaOf(line) < SMALLEST) return '';
      const steps = line.map(([x, y], i) => {
        const step = i === 0 ? `M${pair(x, y)}` : pair(x - atX, y - atY);
        const still = i > 0 && x === atX && y === atY;
        [atX, atY] = [x, y];
        return still ? '' : step;
      });
      const [start = '', ...others] = steps.filter(Boolean);
      return others.length === 0 ? '' : `${start}l${joined(others)}${closed.toLowerCase()}`;
    })
    .join('');
}

const pair = (x: number, y: number): string => `${x}${y < 0 ? '' : ' '}${y}`;

/** A minus sign parts two numbers as well as a blank. */
const joined = (steps: readonly string[]): string =>
  steps.reduce((all, step) => all + (all === '' || step.startsWith('-') ? step : ` ${step}`), '');

function areaOf(ring: Line): number {
  const twice = ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}
