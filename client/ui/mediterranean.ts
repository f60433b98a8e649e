/*
 * The map's projection: an equal-area cone (Albers) over the Mediterranean. The build draws the outline with these
 * numbers, and a browser places a city with the few lines below, so that neither needs the other's library.
 */

export const projection = {
  /** Degrees of latitude along which the cone cuts the globe, and the meridian that stands upright. */
  parallels: [33, 50] as const,
  meridian: 14,
  /** Units of the picture in the globe's radius. */
  scale: 2600,
  /** Where the meridian meets the equator. */
  translate: [1040, 2720] as const,
};

/** What the outline covers, in units of the picture: Ireland to Iraq, the Sahara to Stockholm. */
export const frame = { width: 2200, height: 1480 } as const;

export interface Point {
  readonly x: number;
  readonly y: number;
}

const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Where a place (degrees north and east) lies in the picture. */
export function project(lat: number, lon: number): Point {
  const [south, north] = projection.parallels;
  const n = (Math.sin(rad(south)) + Math.sin(rad(north))) / 2;
  const c = 1 + Math.sin(rad(south)) * (2 * n - Math.sin(rad(south)));
  const radius = (degrees: number) => Math.sqrt(c - 2 * n * Math.sin(rad(degrees))) / n;
  // The other way round the globe is no way.
  const turn = n * rad(((lon - projection.meridian + 540) % 360) - 180);
  const [x, y] = projection.translate;
  return {
    x: x + projection.scale * radius(lat) * Math.sin(turn),
    y: y - projection.scale * (radius(0) - radius(lat) * Math.cos(turn)),
  };
}

/** Whether the outline has land or sea to show there. */
export const inFrame = ({ x, y }: Point): boolean => x >= 0 && x <= frame.width && y >= 0 && y <= frame.height;
