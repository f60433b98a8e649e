import { type IParagraphOptions, Paragraph, type ParagraphChild } from 'docx';
import type { Direction } from './text.ts';

type More = Omit<IParagraphOptions, 'style' | 'bidirectional' | 'children' | 'text'>;

/** A paragraph of a style that runs in a direction: always said, since the document's own may be the other. */
export const paragraph = (
  style: string,
  dir: Direction,
  children: readonly ParagraphChild[],
  more: More = {},
): Paragraph => new Paragraph({ ...more, style, bidirectional: dir === 'rtl', children });
