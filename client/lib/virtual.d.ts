/** The words of one surface, or of one kind of activity, in one language: full key → syntax tree of its message, or the message itself where it is plain. */
declare module 'virtual:words/*' {
  const words: import('./words.ts').Catalogue;
  export default words;
}

declare module '*.css';
