import { describe, expect, it } from '@jest/globals';
import { Desk } from '../../client/desk/desk.ts';
import type { Live } from '../../client/lib/live.ts';
import type { ActivityId } from '../../server/domain/ids.ts';
import type { CommandAnswer } from '../../server/domain/protocol.ts';

const ok: CommandAnswer = { ok: true, seq: 7, at: 1 };
const refused = (code: 'UNAVAILABLE' | 'TIMER_NOT_RUNNING'): CommandAnswer => ({ ok: false, rejection: { code } });
const addTime = { activity: 'q1' as ActivityId, seconds: 120 };

/** A desk whose server gives these answers, one after the other; `ids` are those of the commands that it got. */
function deskWith(...answers: CommandAnswer[]) {
  const ids: string[] = [];
  const live = {
    send: async (_type: string, _data: unknown, id: string) => {
      ids.push(id);
      return answers.shift() ?? ok;
    },
  } as unknown as Live;
  return { desk: new Desk(live), ids };
}

describe('a command of the desk', () => {
  it('is sent again under the same id where it got no answer, so that it happens once', async () => {
    const { desk, ids } = deskWith(refused('UNAVAILABLE'), ok, ok);
    await desk.run('core.AddTime', addTime);
    await desk.run('core.AddTime', addTime);
    await desk.run('core.AddTime', addTime);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[1]);
  });

  it('gets a new id after a refusal that is final', async () => {
    const { desk, ids } = deskWith(refused('TIMER_NOT_RUNNING'), ok);
    await desk.run('core.AddTime', addTime);
    expect(desk.failure.value).toEqual({ code: 'TIMER_NOT_RUNNING' });
    await desk.run('core.AddTime', addTime);
    expect(ids[1]).not.toBe(ids[0]);
    expect(desk.failure.value).toBeNull();
  });

  it('is named in the strip where it cannot be undone', async () => {
    const { desk } = deskWith(ok);
    await desk.run('discussion.Reveal', { activity: addTime.activity }, { ref: '' });
    expect(desk.finalAct.value).toEqual({ seq: 7, act: 'discussion.Reveal', ref: '' });
  });
});
