import { describe, expect, it } from '@jest/globals';
import type { ContributionView, EndorsementView } from '../../server/domain/contributions/view.ts';
import type { FloorView } from '../../server/domain/parts/floor.ts';
import type { CommandAnswer } from '../../server/domain/protocol.ts';
import type { PersonView } from '../../server/domain/view.ts';
import { cookieOfLink, enter, eventually, newId, type SocketClient } from '../support/running.ts';
import { delegate, hall, kept, link, openHall } from './hall.ts';

openHall();

const newcomer = {
  profile: { name: 'Salem', organisation: 'lyon-city', city: null, kind: null },
  consents: { present: false, words: true },
  lang: 'ar',
};

/** A command in the place of somebody else. */
async function sendFor(
  client: SocketClient,
  participant: string,
  type: string,
  data: object,
  id = newId(),
): Promise<CommandAnswer> {
  const answer = await client.socket.timeout(5000).emitWithAck('command', { id, type, data, for: participant });
  return answer as CommandAnswer;
}
const say = { activity: 'live', text: 'What Salem says' };
const refused = (code: string) => ({ ok: false, rejection: { code } });

/** A desk that has added somebody without a phone, and an open discussion. */
async function room(): Promise<{ desk: SocketClient; salem: string }> {
  const desk = await link('facilitator');
  await desk.send('core.OpenActivity', { activity: 'live' });
  const answer = await desk.send('core.AddParticipant', newcomer);
  return { desk, salem: (answer as { participant: string }).participant };
}

describe('the desk, in the place of somebody without a phone', () => {
  it('[MTG62] adds them, and is told who they are', async () => {
    const { desk, salem } = await room();
    await eventually(() =>
      expect(desk.value<PersonView>(`person/${salem}`)).toMatchObject({ name: 'Salem', phone: false, present: true }),
    );
    const amel = await delegate();
    for (const client of [amel, await link('screen')])
      expect(await client.send('core.AddParticipant', newcomer)).toEqual(refused('NOT_ALLOWED'));
    expect(amel.value(`person/${salem}`)).toBeUndefined();
  });

  it('[MTG63] [MTG64] contributes for them, marked so, and once however often it is sent', async () => {
    const { desk, salem } = await room();
    const [amel, id] = [await delegate(), newId()];
    const first = await sendFor(desk, salem, 'discussion.Contribute', say, id);
    expect(first).toMatchObject({ ok: true, ref: 'C1' });
    expect(await sendFor(desk, salem, 'discussion.Contribute', say, id)).toEqual(first);
    const item = (first as { items: string[] }).items[0]!;
    for (const client of [desk, amel])
      await eventually(() =>
        expect(client.value<ContributionView>(`c/${item}`)).toMatchObject({
          behalf: true,
          by: { as: 'name', name: 'Salem', organisation: 'lyon-city' },
        }),
      );
    expect(amel.texts()).toEqual(['What Salem says']);
  });

  it('[MTG63] endorses, asks for the floor and agrees to things for them', async () => {
    const { desk, salem } = await room();
    const amel = await delegate();
    const said = await amel.send('discussion.Contribute', { activity: 'live', text: 'What Amel says' });
    const item = (said as { items: string[] }).items[0]!;
    expect(await sendFor(desk, salem, 'discussion.Endorse', { activity: 'live', item })).toMatchObject({ ok: true });
    await eventually(() => expect(amel.value<EndorsementView>(`n/${item}`)?.n).toBe(1));
    expect(await sendFor(desk, salem, 'floor.Ask', {})).toMatchObject({ ok: true });
    await desk.send('floor.Give', { participant: salem });
    await eventually(() => expect(amel.value<FloorView>('floor')?.speaker?.name).toBe('Salem'));
    expect(await sendFor(desk, salem, 'floor.Yield', {})).toMatchObject({ ok: true });
    expect(await sendFor(desk, salem, 'core.SetConsents', { present: false, words: false })).toMatchObject({
      ok: true,
    });
    await eventually(() => expect(amel.value<FloorView>('floor')?.speaker).toBeNull());
  });

  it('[MTG63] is a facilitator: nobody else acts for anybody, nor for themselves in this way', async () => {
    const { salem } = await room();
    const amel = await delegate();
    const reader = kept(await enter(hall.server.port, 'reader', await cookieOfLink(hall.server, 'reader')));
    for (const client of [amel, await link('screen'), reader])
      expect(await sendFor(client, salem, 'discussion.Contribute', say)).toEqual(refused('NOT_ALLOWED'));
    expect(await sendFor(amel, amel.self!.participant, 'discussion.Contribute', say)).toEqual(refused('NOT_ALLOWED'));
  });

  it('[MTG63] acts for nobody who has a phone, and does only what a participant may', async () => {
    const { desk, salem } = await room();
    const amel = await delegate();
    const own = amel.self!.participant;
    expect(await sendFor(desk, own, 'discussion.Contribute', say)).toEqual(refused('HAS_A_PHONE'));
    expect(await sendFor(desk, own, 'core.SetConsents', { present: true, words: true })).toEqual(
      refused('HAS_A_PHONE'),
    );
    expect(await sendFor(desk, 'nobody', 'discussion.Contribute', say)).toEqual(refused('NOT_FOUND'));
    expect(await sendFor(desk, salem, 'core.PauseActivity', { activity: 'live' })).toEqual(refused('NOT_ALLOWED'));
    expect(await sendFor(desk, 'no id!', 'floor.Ask', {})).toEqual(refused('MALFORMED'));
    expect(amel.self?.consents.present).toBe(false);
    // All this was a mistake of the moment: the desk goes on.
    expect(await sendFor(desk, salem, 'discussion.Contribute', say)).toMatchObject({ ok: true });
  });
});
