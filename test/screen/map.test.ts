import { describe, expect, it } from '@jest/globals';
import { type Named, placeNames, viewOf } from '../../client/ui/map-layout.ts';
import { frame, project } from '../../client/ui/mediterranean.ts';

const cities = {
  sfax: [34.74, 10.76],
  tunis: [36.81, 10.18],
  amsterdam: [52.37, 4.9],
  amman: [31.95, 35.93],
  lisbon: [38.72, -9.14],
} as const;
const points = Object.values(cities).map(([lat, lon]) => project(lat, lon));

describe('the part of the map that is shown', () => {
  it.each([2.2, 1.4, 0.8])('holds every city, with room around, in proportions of %d', (proportions) => {
    const view = viewOf(points, proportions);
    expect(view.width / view.height).toBeCloseTo(proportions, 6);
    for (const { x, y } of points) {
      expect(x - view.x).toBeGreaterThan(30);
      expect(view.x + view.width - x).toBeGreaterThan(30);
      expect(y).toBeGreaterThan(view.y);
      expect(y).toBeLessThan(view.y + view.height);
    }
  });

  it('stays within the outline, and shows some land around a single city', () => {
    const view = viewOf([project(...cities.amman)], 1.5);
    expect(view.width).toBeGreaterThan(500);
    expect(view.x + view.width).toBeLessThanOrEqual(frame.width);
    expect(view.y + view.height).toBeLessThanOrEqual(frame.height);
  });

  it('is the whole outline where no city is known', () => {
    const view = viewOf([], 1.5);
    expect(view.x).toBeGreaterThanOrEqual(0);
    expect(view.x + view.width).toBeLessThanOrEqual(frame.width);
  });
});

describe('the names on the map', () => {
  const map = { width: 300, height: 200 };
  const dot = (x: number, y: number, width = 60, first = false): Named => ({ x, y, width, first });
  const boxes = (dots: Named[], line = 18) =>
    placeNames(dots, map, line, 8).map((place, i) => place && { ...place, w: dots[i]!.width, h: line });

  it('stand beside their dots, on the side where there is room', () => {
    const [inner, edge] = placeNames([dot(100, 100), dot(290, 30)], map, 18, 8);
    expect(inner).toEqual({ x: 138, y: 100 });
    expect(edge).toEqual({ x: 252, y: 30 });
  });

  it('never cover each other, nor a dot, nor leave the map', () => {
    const dots = Array.from({ length: 24 }, (_, i) =>
      dot(((i * 73) % 300) + 0.5, ((i * 41) % 200) + 0.5, 40 + (i % 5) * 9),
    );
    const placed = boxes(dots);
    expect(placed.filter(Boolean).length).toBeGreaterThan(8);
    placed.forEach((a, i) => {
      if (!a) return;
      expect(a.x - a.w / 2).toBeGreaterThanOrEqual(0);
      expect(a.x + a.w / 2).toBeLessThanOrEqual(map.width);
      placed.forEach((b, j) => {
        if (b && j > i)
          expect(Math.abs(a.x - b.x) >= (a.w + b.w) / 2 || Math.abs(a.y - b.y) >= (a.h + b.h) / 2).toBe(true);
      });
      for (const d of dots) expect(Math.abs(d.x - a.x) >= a.w / 2 || Math.abs(d.y - a.y) >= a.h / 2).toBe(true);
    });
  });

  it('leave the chosen city’s name, whatever else finds no place', () => {
    const crowd = Array.from({ length: 9 }, (_, i) => dot(150 + (i % 3) * 4, 100 + Math.floor(i / 3) * 4, 60, i === 8));
    const places = placeNames(crowd, map, 18, 8);
    expect(places[8]).not.toBeNull();
    expect(places).toContain(null);
  });
});
