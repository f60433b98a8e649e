import type { MinutesDocument } from '../../domain/minutes-document.ts';
import { anchorsOf } from '../anchors.ts';

/** The most characters of a bookmark's name. */
const LONGEST = 40;

/**
 * The anchors of one document as bookmarks: Word wants letters, digits and low lines, and a letter first. Two languages
 * in one file have the same anchors, so that those of the second carry its name.
 */
export class Anchors {
  private readonly known: ReadonlySet<string>;
  private readonly names = new Map<string, string>();
  private readonly taken = new Set<string>();
  private readonly placed = new Set<string>();

  constructor(
    doc: MinutesDocument,
    private readonly suffix: string,
  ) {
    this.known = anchorsOf(doc);
  }

  /** The bookmark that a link to this anchor leads to; null where the document does not have it. */
  leads(anchor: string | undefined): string | null {
    return anchor !== undefined && this.known.has(anchor) ? this.nameOf(anchor) : null;
  }

  /** The bookmark to set where the anchor stands: once, so that each name is there once. */
  place(anchor: string): string | null {
    if (this.placed.has(anchor)) return null;
    this.placed.add(anchor);
    return this.nameOf(anchor);
  }

  private nameOf(anchor: string): string {
    const known = this.names.get(anchor);
    if (known !== undefined) return known;
    const plain = anchor.replace(/[^A-Za-z0-9_]/g, '_');
    const base = (/^[A-Za-z]/.test(plain) ? plain : `a_${plain}`).slice(0, LONGEST - this.suffix.length - 4);
    let name = `${base}${this.suffix}`;
    for (let n = 2; this.taken.has(name.toLowerCase()); n++) name = `${base}_${n}${this.suffix}`;
    this.taken.add(name.toLowerCase());
    this.names.set(anchor, name);
    return name;
  }
}
