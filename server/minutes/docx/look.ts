/*
 * What the document looks like: palette, type and measures. Lengths are in twentieths of a point (twips), sizes of type
 * in half-points, as Word counts them.
 */

export const colour = {
  ink: '12263A',
  soft: '47586A',
  sea: '0B6E8A',
  seaDeep: '08495D',
  saffron: 'E0A030',
  brickDeep: '8A321C',
  sand: 'F7F2E8',
  line: 'DCCFB6',
  white: 'FFFFFF',
} as const;

/** The picture of a matrix: five steps for each tone, the first three under ink, the last two under white. */
export const heat = {
  for: ['DCEBEE', 'C2DDE3', '9FCAD4', '0A5A72', '073D4F'],
  against: ['F8E2D7', 'F2CFBF', 'E8B09A', '8A321C', '65220F'],
  plain: ['E9ECEF', 'D5DBE1', 'B9C3CC', '47586A', '12263A'],
} as const;

/** Embedded in the file, so that it looks the same where they are not installed. */
export const latinFont = 'Noto Sans';
export const arabicFont = 'Amiri';

/** Points to half-points: of Latin letters, and of Arabic ones, which are drawn smaller on the same body. */
export const sizes = {
  body: [21, 27],
  small: [17, 22],
  title: [48, 60],
  subtitle: [24, 30],
  heading1: [32, 40],
  heading2: [25, 31],
  heading3: [21, 27],
  heading4: [20, 26],
  figure: [26, 32],
} as const satisfies Record<string, readonly [number, number]>;

export const page = { width: 11_906, height: 16_838, margin: 1_247 } as const;
/** The width of the text on an upright page, and on one that lies on its side. */
export const uprightWidth = page.width - 2 * page.margin;
export const landscapeWidth = page.height - 2 * page.margin;

/** By how much what stands under a text is set in, and how often at most. */
export const step = 340;
export const deepest = 4;
