/** The land around the Mediterranean and the borders on it: SVG paths in the units of mediterranean.ts. */
declare module 'virtual:mediterranean' {
  export const land: string;
  export const borders: string;
}
