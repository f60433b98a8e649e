import { Sealed } from '../domain/vault.ts';
import { firstHash, nextHash } from './chain.ts';
import { commitment } from './seal.ts';
import type { Verdict } from './store.ts';

/** An event's stored bytes and hash. */
export interface LoggedRow {
  readonly seq: number;
  readonly body: string;
  readonly hash: Uint8Array;
}

/**
 * Follows the hash chain of a whole log. A value that was forgotten is no fault; one that no longer fits the commitment
 * in its event is.
 */
export function verifyLog(
  meeting: string,
  rows: Iterable<LoggedRow>,
  find: (id: string) => { readonly salt: Uint8Array; readonly value: Uint8Array } | undefined,
): Verdict {
  let seq = 0;
  let hash = firstHash(meeting);
  const sealed: { readonly seq: number; readonly seal: Sealed }[] = [];
  for (const row of rows) {
    seq += 1;
    if (row.seq !== seq) return { ok: false, seq, reason: 'number' };
    hash = nextHash(hash, row.body);
    if (!hash.equals(row.hash)) return { ok: false, seq, reason: 'hash' };
    const event = JSON.parse(row.body) as { seq: number; data: unknown };
    if (event.seq !== seq) return { ok: false, seq, reason: 'number' };
    for (const seal of seals(event.data)) sealed.push({ seq, seal });
  }
  for (const { seq: at, seal } of sealed) {
    const stored = find(seal.id);
    if (stored && !holds(stored, seal)) return { ok: false, seq: at, reason: 'value' };
  }
  return { ok: true, head: { seq, hash: hash.toString('hex') } };
}

function holds(stored: { readonly salt: Uint8Array; readonly value: Uint8Array }, seal: Sealed): boolean {
  try {
    return commitment(stored.salt, JSON.parse(Buffer.from(stored.value).toString('utf8'))) === seal.commitment;
  } catch {
    return false;
  }
}

/** Every sealed value that an event's data refers to, at any depth. */
function* seals(data: unknown): Iterable<Sealed> {
  if (typeof data !== 'object' || data === null) return;
  const parsed = Sealed.safeParse(data);
  if (parsed.success) yield parsed.data;
  else for (const inner of Object.values(data)) yield* seals(inner);
}
