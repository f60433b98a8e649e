import { describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { CommandEnvelope } from '../../../server/domain/commands.ts';
import { Rooms } from '../../../server/live/rooms.ts';
import { realSurroundings } from '../../../server/live/surroundings.ts';
import { minutesFormats } from '../../../server/minutes/formats.ts';
import { MinutesWorkers } from '../../../server/minutes/worker/workers.ts';
import { SqliteEventStore } from '../../../server/store/sqlite-events.ts';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION } from '../../../server/store/sqlite-schema.ts';
import { newId } from '../../support/running.ts';
import { sampleMeeting } from '../../support/sample-meeting.ts';
import { facilitator, person, system } from '../../support/test-meeting.ts';

/** A store that is on no disk, as a rehearsal has it. */
function inMemory(): SqliteEventStore {
  const db = new Database(':memory:');
  db.exec(SCHEMA);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma(`user_version = ${SCHEMA_VERSION}`);
  return new SqliteEventStore(db, () => void db.close());
}

describe('a meeting that is on no disk', () => {
  it('has minutes in every format, of what it holds at that moment', async () => {
    const store = inMemory();
    const faults: unknown[] = [];
    const rooms = new Rooms(store, await realSurroundings((error) => void faults.push(error)));
    const minutes = new MinutesWorkers(store, { report: (error) => void faults.push(error) });
    const { meeting } = await rooms.create(sampleMeeting());
    const room = await rooms.get(meeting);
    const give = (actor: typeof facilitator, type: string, data: object) =>
      room.submit(actor, { id: newId() as CommandEnvelope['id'], type, data });
    const profile = { name: 'Amel', organisation: 'sfax-city', city: null, kind: null };
    const consents = { present: true, words: true };
    await give(system, 'core.Join', { participant: 'amel', profile, consents, lang: 'fr' });
    await give(facilitator, 'core.OpenActivity', { activity: 'live' });
    for (const text of ['SAIDFIRST', 'SAIDSECOND']) {
      expect(await give(person('amel'), 'discussion.Contribute', { activity: 'live', text })).toMatchObject({
        ok: true,
      });
      const made = await minutes.exportMinutes({ meeting, format: 'md', lang: 'fr' });
      expect(Buffer.from(made.body).toString()).toContain(text);
    }
    for (const format of minutesFormats) {
      const { body, filename } = await minutes.exportMinutes({ meeting, format, lang: 'ar' });
      expect(filename).toBe(`sample-minutes-ar.${format}`);
      expect(body.byteLength).toBeGreaterThan(500);
    }
    expect(faults).toEqual([]);
    await rooms.close();
    await minutes.close();
    await store.close();
  });
});
