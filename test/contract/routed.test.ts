import { describe, expect, it } from '@jest/globals';
import type { MeetingId, ParticipantId } from '../../server/domain/ids.ts';
import type { SessionRow } from '../../server/identity/identity-store.ts';
import { RoutedStores } from '../../server/store/routed.ts';
import { openPassingStores, openSource, openStores } from '../../server/store/sqlite.ts';
import { all, batch, meeting, sealing } from '../support/batches.ts';
import { cleanUpAfterEach, dataFolder } from '../support/stores.ts';
import { eventStoreContract } from './event-store.ts';

const routed = (folder = dataFolder()) => new RoutedStores(openStores(folder), openPassingStores);

eventStoreContract('routed, of a meeting on disk', async () => {
  const folder = dataFolder();
  let open = routed(folder);
  return {
    store: open.events,
    async reopen() {
      await open.close();
      open = routed(folder);
      return open.events;
    },
    dispose: () => open.close(),
  };
});

eventStoreContract('routed, of a meeting that is on no disk', async () => {
  const open = routed();
  open.setApart(meeting);
  // It does not outlive its server: another look at the same one is all that there is.
  return { store: open.events, reopen: async () => open.events, dispose: () => open.close() };
});

cleanUpAfterEach();

describe('a meeting that is on no disk', () => {
  const session = (id: MeetingId, hash: string): SessionRow => ({
    hash,
    meeting: id,
    actor: { kind: 'participant', id: 'p' as ParticipantId },
    link: null,
    surface: 'participant',
    created: 1,
    expires: 10,
  });
  const other = 'other' as MeetingId;

  it('is read by another process from its bytes', async () => {
    const stores = routed();
    stores.setApart(meeting);
    const { row, puts } = sealing(1, ['said in a rehearsal']);
    await stores.events.append(batch(0, 1, { events: [row], puts }));
    const source = await stores.events.source(meeting);
    expect(source).toHaveProperty('bytes');
    const copy = openSource(source);
    expect(await all(copy.events.read(meeting, 0))).toEqual([row]);
    expect(await copy.events.vault(meeting)).toEqual(await stores.events.vault(meeting));
    await copy.close();
    await stores.close();
  });

  it('is gone with its log, its links and its sessions once it is dropped, and cannot be written to again', async () => {
    const stores = routed();
    stores.setApart(other);
    await stores.events.append(batch(0));
    await stores.events.append({ ...batch(0, 2), meeting: other, begins: { code: '654321', createdAt: 2 } });
    for (const id of [meeting, other]) await stores.identity.addSession(session(id, `of ${id}`));
    expect((await stores.events.meetings()).map(({ id }) => id)).toEqual([meeting, other]);
    expect((await stores.identity.session('of other'))?.meeting).toBe(other);
    await stores.drop(other);
    expect((await stores.events.meetings()).map(({ id }) => id)).toEqual([meeting]);
    expect(await stores.identity.session('of other')).toBeNull();
    expect(await stores.identity.session(`of ${meeting}`)).not.toBeNull();
    const ended = { code: 'CONFLICT' };
    await expect(stores.events.append({ ...batch(2), meeting: other })).rejects.toMatchObject(ended);
    await expect(stores.events.head(other)).rejects.toMatchObject(ended);
    await expect(stores.identity.addSession(session(other, 'late'))).rejects.toMatchObject(ended);
    await expect(stores.identity.links(other)).rejects.toMatchObject(ended);
    expect(() => stores.setApart(other)).toThrow('has ended');
    await stores.close();
  });

  it('has nothing in the lasting database', async () => {
    const folder = dataFolder();
    const stores = routed(folder);
    stores.setApart(other);
    await stores.events.append({ ...batch(0, 2), meeting: other });
    await stores.identity.addSession(session(other, 'x'));
    await stores.identity.addPersonalCode(other, 'h', 'p' as ParticipantId);
    expect(await stores.identity.participantOf(other, 'h')).toBe('p');
    await stores.close();
    const lasting = openStores(folder);
    expect(await lasting.events.meetings()).toEqual([]);
    expect(await lasting.identity.session('x')).toBeNull();
    expect(await lasting.identity.participantOf(other, 'h')).toBeNull();
    await lasting.close();
  });

  it('sweeps and ends sessions wherever they are', async () => {
    const stores = routed();
    stores.setApart(other);
    await stores.events.append(batch(0));
    await stores.events.append({ ...batch(0), meeting: other, begins: { code: '654321', createdAt: 2 } });
    for (const id of [meeting, other]) await stores.identity.addSession(session(id, `of ${id}`));
    await stores.identity.endSession('of other');
    expect(await stores.identity.session('of other')).toBeNull();
    await stores.identity.sweep(11);
    expect(await stores.identity.session(`of ${meeting}`)).toBeNull();
    expect(stores.identity.version()).toBe(stores.lasting.identity.version());
    await stores.close();
  });
});
