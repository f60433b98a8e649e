import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AttendanceView } from '../../server/domain/parts/attendance.ts';
import type { PersonView } from '../../server/domain/view.ts';
import type { SocketClient } from '../support/running.ts';
import { cookieOfNewcomer, enter, eventually } from '../support/running.ts';
import { hall, kept, link, openHall } from './hall.ts';

openHall();

const HOURS = 3_600_000;
/** A morning of a day that is still to come: the room's clock never runs back to before its last event. */
const MORNING = Date.UTC(2040, 5, 25, 8);
const AM = '2040-06-25/am';
const PM = '2040-06-25/pm';
const NEXT = '2040-06-26/am';
/** The clock of the rooms runs, this much away from ours. */
let away = 0;
const itIs = (at: number) => {
  away = at - Date.now();
};

beforeEach(() => {
  itIs(MORNING);
  const { surroundings } = hall.server.rooms;
  const after = surroundings.after;
  surroundings.now = () => Date.now() + away;
  // Long waits are a thousand times shorter, so that the server looks often what half-day it is.
  surroundings.after = (ms, callback) => after(ms < 1000 ? ms : ms / 1000, callback);
});

const phone = async (cookie: string) => kept(await enter(hall.server.port, 'participant', cookie));
const attendance = (desk: SocketClient) => desk.value<AttendanceView>('attendance');
const arrivals = async (): Promise<string[]> => {
  const found: string[] = [];
  for await (const row of hall.server.store.read(hall.server.links.meeting, 0))
    if (row.type === 'attendance.Arrived') found.push((row.data as { half: string }).half);
  return found;
};
/** So long that the server has looked several times. */
const someLooks = () => new Promise((resolve) => setTimeout(resolve, 200));

describe('attendance over real sockets', () => {
  it('[ATT3] a phone that connects is noted once in a half-day, however often it comes', async () => {
    const desk = await link('facilitator');
    const cookie = await cookieOfNewcomer(hall.server);
    await eventually(() => expect(attendance(desk)).toEqual({ half: AM, present: 1, halves: { [AM]: 1 }, again: [] }));
    for (let i = 0; i < 3; i++) (await phone(cookie)).close();
    await phone(cookie);
    await someLooks();
    expect(await arrivals()).toEqual([AM]);
  });

  it('[ATT3] one that stays connected is noted again after one o’clock, and on the next morning', async () => {
    const desk = await link('facilitator');
    const [stays, goes] = [
      await phone(await cookieOfNewcomer(hall.server)),
      await phone(await cookieOfNewcomer(hall.server)),
    ];
    expect(stays.self?.parts.attendance).toEqual({ left: false });
    goes.close();
    await eventually(() => expect(attendance(desk)?.present).toBe(2));
    itIs(MORNING + 4 * HOURS);
    await eventually(() =>
      expect(attendance(desk)).toEqual({ half: PM, present: 1, halves: { [AM]: 2, [PM]: 1 }, again: [] }),
    );
    // The night belongs to the evening.
    itIs(MORNING + 17 * HOURS);
    await someLooks();
    expect(attendance(desk)?.half).toBe(PM);
    itIs(MORNING + 24 * HOURS);
    await eventually(() => expect(attendance(desk)?.halves).toEqual({ [AM]: 2, [PM]: 1, [NEXT]: 1 }));
    expect(await arrivals()).toEqual([AM, AM, PM, NEXT]);
  });

  it('[ATT6] whoever has left stays so in that half-day, though their phone is connected and comes again', async () => {
    const desk = await link('facilitator');
    const cookie = await cookieOfNewcomer(hall.server);
    const amel = await phone(cookie);
    const id = amel.self!.participant;
    expect(await amel.send('attendance.Leave', {})).toMatchObject({ ok: true });
    await eventually(() => expect(desk.value<PersonView>(`person/${id}`)?.present).toBe(false));
    const again = await phone(cookie);
    await someLooks();
    expect([attendance(desk)?.present, again.self?.parts.attendance]).toEqual([0, { left: true }]);
    itIs(MORNING + 5 * HOURS);
    await eventually(() => expect(desk.value<PersonView>(`person/${id}`)?.present).toBe(true));
    await eventually(() => expect(again.self?.parts.attendance).toEqual({ left: false }));
    expect(await arrivals()).toEqual([AM, PM]);
  });

  it('[ATT5] and the desk says it of others, a participant of nobody else', async () => {
    const desk = await link('facilitator');
    const [amel, rim] = [
      await phone(await cookieOfNewcomer(hall.server)),
      await phone(await cookieOfNewcomer(hall.server)),
    ];
    const of = { participant: rim.self!.participant };
    const refused = { ok: false, rejection: { code: 'NOT_ALLOWED' } };
    expect(await amel.send('attendance.Leave', of)).toMatchObject(refused);
    expect(await (await link('screen')).send('attendance.Leave', of)).toMatchObject(refused);
    expect(await desk.send('attendance.Leave', of)).toMatchObject({ ok: true });
    await eventually(() => expect(rim.self?.parts.attendance).toEqual({ left: true }));
    expect(await desk.send('attendance.Arrive', of)).toMatchObject({ ok: true });
    await eventually(() => expect(rim.self?.parts.attendance).toEqual({ left: false }));
  });
});
