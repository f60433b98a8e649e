import type { Actor } from '../../server/domain/actors.ts';
import type { MeetingId } from '../../server/domain/ids.ts';
import { type Sealer, sealer } from '../../server/store/seal.ts';
import type { Batch, StoredRow } from '../../server/store/store.ts';

export const meeting = 'sample' as MeetingId;
export const actor: Actor = { kind: 'system' };

/** An event of the log's form; its data is what a test makes it. */
export const row = (seq: number, data: unknown = { n: seq }): StoredRow => ({
  seq,
  type: 'test.Happened',
  v: 1,
  at: 1_561_449_600_000 + seq,
  actor,
  data,
});

/** A batch of so many events after a number; the first of a meeting begins it. */
export const batch = (after: number, count = 1, more: Partial<Batch> = {}): Batch => ({
  meeting,
  ...(after === 0 ? { begins: { code: '123456', createdAt: 1 } } : {}),
  expectedSeq: after,
  events: Array.from({ length: count }, (_, i) => row(after + i + 1)),
  puts: [],
  forgets: [],
  receipts: [],
  ...more,
});

/** An event that seals these texts, with their puts; the ids are those of the vault. */
export function sealing(seq: number, texts: readonly string[], seal: Sealer = sealer()) {
  const sealed = texts.map((text) => seal.seal({ kind: 'text', text }));
  return { row: row(seq, { sealed }), puts: seal.puts, ids: sealed.map(({ id }) => id) };
}

export async function all<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of rows) found.push(one);
  return found;
}
