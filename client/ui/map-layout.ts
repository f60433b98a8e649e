import { frame, type Point } from './mediterranean.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In units of the picture: room around the outermost cities, and the least that is shown, some 1,500 km. */
const MARGIN = 110;
const LEAST = 620;

const bounds = (points: readonly Point[], axis: 'x' | 'y', size: number) => {
  const all = points.length > 0 ? points.map((point) => point[axis]) : [size / 2];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  return { middle: (low + high) / 2, span: high - low + 2 * MARGIN };
};

/**
 * The least and the most proportions (width by height) in which the points can be shown without anything that
 * the outline does not hold.
 */
export function proportionsOf(points: readonly Point[]): { readonly least: number; readonly most: number } {
  const [across, down] = [bounds(points, 'x', frame.width), bounds(points, 'y', frame.height)];
  return {
    least: Math.max(across.span, LEAST) / frame.height,
    most: frame.width / down.span,
  };
}

/** The part of the picture that holds all the points, in the proportions of the place it is drawn in. */
export function viewOf(points: readonly Point[], proportions: number): Box {
  const [across, down] = [bounds(points, 'x', frame.width), bounds(points, 'y', frame.height)];
  const width = Math.max(across.span, down.span * proportions, LEAST);
  const height = width / proportions;
  return {
    x: within(across.middle - width / 2, frame.width - width),
    y: within(down.middle - height / 2, frame.height - height),
    width,
    height,
  };
}

/** Keeps a start in its range; what is larger than the frame lies about its middle. */
const within = (start: number, room: number): number => (room < 0 ? room / 2 : Math.min(room, Math.max(0, start)));

/** A dot with its name, in pixels of the drawn map: the name's width; `first` where it may not be left out. */
export interface Named extends Point {
  readonly width: number;
  readonly first: boolean;
}

/** Where a name may stand about its dot, the most natural place first: which way, in halves of its own size. */
const SIDES = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [0.8, -0.9],
  [0.8, 0.9],
  [-0.8, -0.9],
  [-0.8, 0.9],
] as const;

/**
 * The middle of each name, so that none covers another or a dot, or leaves the map; null for one that finds no place.
 * `line`: the height of a line, `gap`: from the middle of a dot to the nearest edge of a name.
 */
export function placeNames(
  dots: readonly Named[],
  map: { readonly width: number; readonly height: number },
  line: number,
  gap: number,
): (Point | null)[] {
  const crowd = (dot: Named) =>
    dots.filter((o) => Math.abs(o.x - dot.x) < dot.width && Math.abs(o.y - dot.y) < line * 2);
  const order = dots
    .map((dot, i) => ({ dot, i, near: crowd(dot).length }))
    .sort((a, b) => Number(b.dot.first) - Number(a.dot.first) || b.near - a.near);
  const taken: Box[] = [];
  const places: (Point | null)[] = dots.map(() => null);
  for (const { dot, i } of order) {
    for (const [dx, dy] of SIDES) {
      const x = dot.x + dx * (dot.width / 2 + gap);
      const y = dot.y + dy * (line / 2 + gap * (dx === 0 ? 1 : 0.5));
      const box = { x: x - dot.width / 2, y: y - line / 2, width: dot.width, height: line };
      if (!inside(box, map) || taken.some((other) => meet(box, other)) || dots.some((d) => covers(box, d, gap * 0.6)))
        continue;
      taken.push(box);
      places[i] = { x, y };
      break;
    }
  }
  return places;
}

/** With a little room to the edge. */
const inside = (box: Box, map: { readonly width: number; readonly height: number }): boolean => {
  const edge = box.height / 4;
  return (
    box.x >= edge && box.y >= edge && box.x + box.width <= map.width - edge && box.y + box.height <= map.height - edge
  );
};

/** Two names on one line need a blank between them. */
const meet = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width + a.height / 2 &&
  b.x < a.x + a.width + a.height / 2 &&
  a.y < b.y + b.height &&
  b.y < a.y + a.height;

/** Whether a name comes closer to the middle of a dot than its edge. */
const covers = (box: Box, dot: Point, radius: number): boolean =>
  dot.x > box.x - radius && dot.x < box.x + box.width + radius && dot.y > box.y && dot.y < box.y + box.height;
