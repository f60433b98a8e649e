/** Lists of words by language; the package brings no types. */
declare module 'stopword' {
  export const ara: readonly string[];
  export const eng: readonly string[];
  export const fra: readonly string[];
}
