import { describe, expect, it } from '@jest/globals';
import type { CommandAnswer } from '../../server/domain/protocol.ts';
import { agentFor } from '../../server/rehearsal/own-address.ts';
import { Phone } from '../../server/rehearsal/phone.ts';
import { cookieOfNewcomer, eventually } from '../support/running.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';
import { atDesk, stage } from './rehearsing.ts';

/** A delegate's phone at a real server, in a question that is open. */
async function atQuestion() {
  const { server } = await stage({ file: sampleMeeting() });
  const desk = await (await atDesk(server)).live('facilitator');
  await desk.send('core.OpenActivity', { activity: 'live' });
  const agent = agentFor({ certificate: null });
  const answers: CommandAnswer[] = [];
  let here = 0;
  const phone = new Phone(`http://127.0.0.1:${server.port}`, agent, await cookieOfNewcomer(server), {
    here: (is) => {
      here += is ? 1 : -1;
    },
    answered: (answer) => answers.push(answer),
  });
  return { server, desk, phone, answers, agent, here: () => here };
}
const says = (text: string) => ({ type: 'discussion.Contribute' as const, data: { activity: 'live', text } });

describe('a delegate’s phone', () => {
  it('keeps what is written without a network, and sends it in its order, once', async () => {
    const { desk, phone, answers, here, agent } = await atQuestion();
    phone.post(says('one'));
    phone.post(says('two'));
    expect(phone.unsent).toBe(2);
    phone.connect();
    await eventually(() => expect(answers).toHaveLength(2));
    expect(here()).toBe(1);
    phone.drop();
    await eventually(() => expect(here()).toBe(0));
    phone.post(says('three'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(phone.unsent).toBe(1);
    phone.connect();
    await eventually(() => expect(desk.texts()).toEqual(['one', 'two', 'three']));
    await eventually(() => expect(phone.unsent).toBe(0));
    phone.leave();
    expect(here()).toBe(0);
    agent.destroy();
  });

  it('sends again what went unanswered, with its id: it happens once', async () => {
    const { desk, phone, answers, agent } = await atQuestion();
    phone.connect();
    await eventually(() => expect(phone.connected).toBe(true));
    for (let i = 0; i < 12; i++) {
      phone.post(says(`text ${i}`));
      // Sometimes before it has gone out, sometimes before its answer is in.
      await new Promise((resolve) => setTimeout(resolve, i % 4));
      phone.drop();
      await eventually(() => {
        phone.connect();
        expect(phone.unsent).toBe(0);
      });
    }
    expect(answers).toHaveLength(12);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    await eventually(() => expect(desk.texts()).toHaveLength(12));
    expect(new Set(desk.texts()).size).toBe(12);
    phone.leave();
    agent.destroy();
  });

  it('sees what the room sees, after being away too', async () => {
    const { server, desk, phone, agent } = await atQuestion();
    phone.connect();
    await eventually(() => expect(phone.seen.has('a/live')).toBe(true));
    phone.drop();
    await desk.send('core.PauseActivity', { activity: 'live' });
    await desk.send('core.OpenActivity', { activity: 'collect' });
    phone.connect();
    const room = await (await atDesk(server)).live('facilitator');
    await eventually(() => {
      for (const key of ['a/live', 'a/collect', 'agenda', 'meeting'])
        expect(phone.seen.get(key)).toEqual(room.value(key));
    });
    expect(phone.self?.items).toEqual([]);
    phone.leave();
    agent.destroy();
  });

  it('knows when it is over', async () => {
    const { server, phone, agent } = await atQuestion();
    phone.connect();
    await eventually(() => expect(phone.connected).toBe(true));
    await server.close();
    await eventually(() => expect(phone.over).toBe(true));
    agent.destroy();
  });
});
