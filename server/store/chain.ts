import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';
import type { StoredRow } from './store.ts';

/** The bytes of an event that its hash covers, and that are stored. */
export const rowBytes = (row: StoredRow): string => {
  const { seq, type, v, at, actor, data, undo } = row;
  return canonicalJson({ seq, type, v, at, actor, data, undo });
};

/** The hash before the first event. It names the meeting, so that a log cannot be passed off as another's. */
export const firstHash = (meeting: string): Buffer => createHash('sha256').update(`halqa log 1\n${meeting}`).digest();

/** The hash that covers an event and, through `before`, all earlier ones. */
export const nextHash = (before: Uint8Array, bytes: string): Buffer =>
  createHash('sha256').update(before).update(bytes).digest();
