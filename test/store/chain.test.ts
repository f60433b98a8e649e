import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { openStores, type Stores } from '../../server/store/sqlite.ts';
import { DATABASE_FILE } from '../../server/store/sqlite-open.ts';
import { batch, meeting, sealing } from '../support/batches.ts';
import { cleanUpAfterEach, dataFolder } from '../support/stores.ts';

describe('[law 10] the record shows tampering', () => {
  let stores: Stores;
  let tamper: (sql: string, ...values: unknown[]) => void;
  beforeEach(async () => {
    const folder = dataFolder();
    stores = openStores(folder);
    const { row, puts } = sealing(4, ['what was said']);
    await stores.events.append(batch(0, 3));
    await stores.events.append(batch(3, 0, { events: [row], puts }));
    await stores.events.append(batch(4, 2));
    tamper = (sql, ...values) => {
      const db = new Database(join(folder, DATABASE_FILE));
      expect(db.prepare(sql).run(...values).changes).toBeGreaterThan(0);
      db.close();
    };
  });
  afterEach(() => stores.close());
  cleanUpAfterEach();

  it('a log that nobody touched is whole', async () => {
    expect(await stores.events.verify(meeting)).toEqual({ ok: true, head: await stores.events.head(meeting) });
  });

  it('an edited event', async () => {
    tamper(`UPDATE events SET body = replace(body, '"n":2', '"n":7') WHERE seq = 2`);
    expect(await stores.events.verify(meeting)).toEqual({ ok: false, seq: 2, reason: 'hash' });
  });

  it('an event whose actor or time is another', async () => {
    tamper(`UPDATE events SET body = replace(body, '"kind":"system"', '"kind":"nobody"') WHERE seq = 3`);
    expect(await stores.events.verify(meeting)).toMatchObject({ ok: false, seq: 3 });
  });

  it('a missing event', async () => {
    tamper('DELETE FROM events WHERE seq = 5');
    expect(await stores.events.verify(meeting)).toEqual({ ok: false, seq: 5, reason: 'number' });
  });

  it('two events that changed places', async () => {
    tamper('UPDATE events SET seq = 100 WHERE seq = 2');
    tamper('UPDATE events SET seq = 2 WHERE seq = 3');
    tamper('UPDATE events SET seq = 3 WHERE seq = 100');
    expect(await stores.events.verify(meeting)).toMatchObject({ ok: false, seq: 2 });
  });

  it('an event edited together with its hash: the next no longer follows', async () => {
    tamper('UPDATE events SET body = \'{"seq":2}\', hash = zeroblob(32) WHERE seq = 2');
    expect(await stores.events.verify(meeting)).toMatchObject({ ok: false, seq: 2 });
  });

  it('a text put in the place of another', async () => {
    tamper('UPDATE vault SET value = ?', Buffer.from('{"kind":"text","text":"what was never said"}'));
    expect(await stores.events.verify(meeting)).toEqual({ ok: false, seq: 4, reason: 'value' });
  });

  it('events cut off the end: the head is not the one that was printed', async () => {
    const printed = await stores.events.head(meeting);
    tamper('DELETE FROM events WHERE seq = 6');
    expect(await stores.events.head(meeting)).not.toEqual(printed);
  });
});
