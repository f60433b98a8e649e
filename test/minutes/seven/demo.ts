import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MeetingFile } from '../../../server/domain/meeting-file.ts';
import { loadMeeting } from '../../../server/live/load.ts';
import { demoMeeting } from '../../../server/rehearsal/demo/demo.ts';
import { GatheringStore } from '../../../server/rehearsal/demo/gathering-store.ts';
import { openStores } from '../../../server/store/sqlite.ts';
import type { Batch } from '../../../server/store/store.ts';
import type { Value } from './events.ts';
import type { HeldMeeting } from './made.ts';

const SFAX = join(import.meta.dirname, '../../../data/meetings/sfax-2019/meeting.json');

/** The demonstration of the Sfax meeting, with all that its vault held before anything in it was destroyed. */
export async function demonstration(): Promise<HeldMeeting> {
  const values = new Map<string, Value>();
  const { append } = GatheringStore.prototype;
  GatheringStore.prototype.append = function (this: GatheringStore, batch: Batch) {
    for (const { id, value } of batch.puts) values.set(id, value as Value);
    return append.call(this, batch);
  };
  const folder = mkdtempSync(join(tmpdir(), 'halqa-demo-'));
  const stores = openStores(folder);
  try {
    const { meeting } = await demoMeeting({
      store: stores.events,
      file: MeetingFile.parse(JSON.parse(readFileSync(SFAX, 'utf8'))),
      seed: 1,
      guessLanguage: (text) => (/[\u0600-\u06FF]/.test(text) ? 'ar' : null),
      createdAt: 0,
    });
    const rows = [];
    for await (const row of stores.events.read(meeting, 0)) rows.push(row);
    const { state } = await loadMeeting(stores.events, meeting);
    return { state, rows, values, now: rows.at(-1)?.at ?? 0 };
  } finally {
    GatheringStore.prototype.append = append;
    await stores.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
