/** One surface's words in one language: full key → syntax tree of its message, or the message itself where it is plain. */
declare module 'virtual:words/*' {
  const words: import('./words.ts').Catalogue;
  export default words;
}

declare module '*.css';
