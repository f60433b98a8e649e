import { describe, expect, it } from '@jest/globals';
import { halfEnd, halfOf } from '../../../server/domain/parts/half-day.ts';
import { did, given, joined, later } from '../../support/given.ts';
import { added, asks, attendanceOf, ends, gives, personOf } from '../../support/given-parts.ts';

const hours = (n: number) => later(n * 3600);
const AM = '2019-06-25/am';
const PM = '2019-06-25/pm';
const NEXT = '2019-06-26/am';
/** What the server says of a phone that is connected. */
const seen = (participant: string) => did('server', 'attendance.Arrive', { participant });
const leaves = (participant: string) => did('desk', 'attendance.Leave', { participant });

describe('half-days', () => {
  it.each([
    ['2019-06-25T12:59:59+01:00', AM],
    ['2019-06-25T13:00:00+01:00', PM],
    ['2019-06-25T23:59:59+01:00', PM],
    ['2019-06-26T00:30:00+01:00', PM],
    ['2019-06-26T03:59:59+01:00', PM],
    ['2019-06-26T04:00:00+01:00', NEXT],
  ])('[ATT1] have their border at one o’clock, and the night belongs to the evening: %s', (time, half) => {
    expect(halfOf(Date.parse(time), 'Africa/Tunis')).toBe(half);
  });

  it('[ATT1] are those of the meeting’s time zone', () => {
    const noon = Date.parse('2019-06-25T12:30:00Z');
    expect(halfOf(noon, 'Africa/Tunis')).toBe(PM);
    expect(halfOf(noon, 'America/Montreal')).toBe(AM);
  });
});

describe('the end of a half-day', () => {
  it.each([
    ['2019-06-25T09:00:00+01:00', '2019-06-25T13:00:00+01:00', 'Africa/Tunis'],
    ['2019-06-25T12:59:59+01:00', '2019-06-25T13:00:00+01:00', 'Africa/Tunis'],
    ['2019-06-25T13:00:00+01:00', '2019-06-26T04:00:00+01:00', 'Africa/Tunis'],
    ['2019-06-26T01:00:00+01:00', '2019-06-26T04:00:00+01:00', 'Africa/Tunis'],
    ['2019-06-25T12:00:00+05:30', '2019-06-25T13:00:00+05:30', 'Asia/Kolkata'],
    // The clocks go forward in the night, and back in another.
    ['2026-03-28T20:00:00+01:00', '2026-03-29T05:00:00+02:00', 'Europe/Paris'],
    ['2026-10-25T09:00:00+01:00', '2026-10-25T13:00:00+01:00', 'Europe/Paris'],
  ])('[ATT1] of %s is %s (%s), the first moment of the next', (at, end, zone) => {
    const found = halfEnd(Date.parse(at), zone);
    expect(new Date(found).toISOString()).toBe(new Date(end).toISOString());
    expect(halfOf(found - 1, zone)).toBe(halfOf(Date.parse(at), zone));
    expect(halfOf(found, zone)).not.toBe(halfOf(Date.parse(at), zone));
  });
});

describe('who is there', () => {
  it('[ATT2] is whoever joins, and whom the desk adds', () => {
    const story = given(joined('amal'), added('salem'));
    expect(attendanceOf(story)).toEqual({ half: AM, present: 2, halves: { [AM]: 2 }, again: [] });
    expect([personOf(story, 'amal').present, personOf(story, story.id('salem')).present]).toEqual([true, true]);
  });

  it('[ATT3] is noted once in a half-day, by a phone that is connected', () => {
    const story = given(joined('amal'));
    story.when('server', 'attendance.Arrive', { participant: 'amal' }).thenNothing();
    story
      .given(hours(4))
      .when('server', 'attendance.Arrive', { participant: 'amal' })
      .thenEvents(['attendance.Arrived', { participant: 'amal', half: PM }]);
    story.when('server', 'attendance.Arrive', { participant: 'amal' }).thenNothing();
    expect(attendanceOf(story).halves).toEqual({ [AM]: 1, [PM]: 1 });
  });

  it('[ATT4] are those noted in the half-day of the last arrival or leaving', () => {
    const story = given(joined('amal'), joined('rim'), hours(4));
    expect(attendanceOf(story).present).toBe(2);
    story.given(seen('rim'));
    expect(attendanceOf(story)).toEqual({ half: PM, present: 1, halves: { [AM]: 2, [PM]: 1 }, again: [] });
    expect(personOf(story, 'amal').present).toBe(false);
  });
});

describe('coming and going', () => {
  it('[ATT5] is said by oneself for oneself, and by the desk for everybody', () => {
    const story = given(joined('amal'), joined('rim'));
    story.when('amal', 'attendance.Leave', {}).thenEvents(['attendance.Left', { participant: 'amal', half: AM }]);
    story.when('amal', 'attendance.Leave', {}).thenNothing();
    story.when('amal', 'attendance.Arrive', {}).thenEvents(['attendance.Arrived', { participant: 'amal' }]);
    story.when('amal', 'attendance.Arrive', { participant: 'amal' }).thenNothing();
    story.when('amal', 'attendance.Leave', { participant: 'rim' }).thenRefused('NOT_ALLOWED');
    story.when('amal', 'attendance.Arrive', { participant: 'rim' }).thenRefused('NOT_ALLOWED');
    story.when('desk', 'attendance.Leave', { participant: 'rim' }).thenEvents('attendance.Left');
    story.when('desk', 'attendance.Arrive', { participant: 'rim' }).thenEvents('attendance.Arrived');
    for (const type of ['attendance.Leave', 'attendance.Arrive'] as const) {
      story.when('desk', type, { participant: 'nobody' }).thenRefused('NOT_FOUND');
      story.when('desk', type, {}).thenRefused('NOT_FOUND');
    }
  });

  it('[ATT6] leaves one gone for the half-day although the phone is connected, and back in the next', () => {
    const story = given(joined('amal'), leaves('amal'));
    story.when('server', 'attendance.Arrive', { participant: 'amal' }).thenNothing();
    expect([attendanceOf(story).present, story.self('amal').parts.attendance]).toEqual([0, { left: true }]);
    story.given(hours(4)).when('server', 'attendance.Arrive', { participant: 'amal' }).thenEvents('attendance.Arrived');
    expect([attendanceOf(story).present, story.self('amal').parts.attendance]).toEqual([1, { left: false }]);
  });

  it('[ATT6] is ended by one’s own word or the desk’s', () => {
    for (const who of ['amal', 'desk']) {
      const story = given(joined('amal'), did('amal', 'attendance.Leave', {}));
      story.when(who, 'attendance.Arrive', { participant: 'amal' }).thenEvents('attendance.Arrived');
      expect(personOf(story, 'amal').present).toBe(true);
    }
  });

  it('[ATT6] is said also before anything was noted in a new half-day', () => {
    const story = given(joined('amal'), hours(4));
    story.when('amal', 'attendance.Leave', {}).thenEvents(['attendance.Left', { half: PM }]);
    story.when('server', 'attendance.Arrive', { participant: 'amal' }).thenNothing();
    expect(attendanceOf(story)).toEqual({ half: PM, present: 0, halves: { [AM]: 1 }, again: [] });
  });

  it('[ATT7] does not take away the half-days in which one was there', () => {
    const story = given(joined('amal'), leaves('amal'), hours(24), seen('amal'), leaves('amal'));
    expect(attendanceOf(story)).toEqual({ half: NEXT, present: 0, halves: { [AM]: 1, [NEXT]: 1 }, again: [] });
  });
});

describe('what is seen, and put back', () => {
  it('[ATT8] is for the desk, and for oneself whether one has left', () => {
    const story = given(joined('amal'));
    for (const audience of ['room', 'screen'] as const)
      expect([story.see(audience, 'attendance'), story.see(audience, 'person/amal')]).toEqual([undefined, undefined]);
    expect(story.self('amal').parts.attendance).toEqual({ left: false });
  });

  it('[ATT8] tells the desk who without a phone was there in the half-day before, and is not noted yet', () => {
    const story = given(joined('amal'), added('salem'), added('nour'), added('gone'));
    const again = () =>
      attendanceOf(story).again.map((id) => ['salem', 'nour', 'gone'].find((l) => story.id(l) === (id as string)));
    story.given(leaves('@gone'), hours(4));
    expect(again()).toEqual([]);
    story.given(seen('amal'));
    expect(again()).toEqual(['salem', 'nour']);
    story.given(did('desk', 'attendance.Arrive', { participant: '@nour' }));
    expect(again()).toEqual(['salem']);
    // Nobody was there at night: the half-day before the morning is that of the evening.
    story.given(hours(18), seen('amal'));
    expect(again()).toEqual(['nour']);
    story.given(did('desk', 'attendance.Arrive', { participant: '@nour' }));
    expect(again()).toEqual([]);
  });

  it('[ATT9] leaving can be undone where it was the desk’s', () => {
    const story = given(joined('amal'));
    const before = attendanceOf(story);
    story.given(leaves('amal'));
    story.undo().thenEvents('attendance.Arrived', 'core.Undone');
    expect(attendanceOf(story)).toEqual(before);
    story.given(did('amal', 'attendance.Leave', {}), did('desk', 'attendance.Arrive', { participant: 'amal' }));
    expect(story.acts()).toEqual([]);
  });

  it('[ATT9] cannot where coming back would not be the same', () => {
    const offered = (...steps: Parameters<typeof given>) =>
      given(joined('amal'), ...steps, leaves('amal'))
        .acts()
        .filter(({ act }) => act === 'attendance.Leave');
    expect(offered()).toHaveLength(1);
    expect(offered(hours(4))).toEqual([]);
    expect(offered(...asks('amal'))).toEqual([]);
    expect(offered(...asks('amal'), gives('amal'))).toEqual([]);
    expect(offered(...asks('amal'), gives('amal'), ends())).toHaveLength(1);
  });

  it('[ATT9] cannot in another half-day, in which nobody has been seen yet', () => {
    const story = given(joined('amal'), leaves('amal'), hours(4));
    story.undo().thenRefused('UNDO_OUTDATED');
    expect(attendanceOf(story)).toMatchObject({ half: AM, present: 0, halves: { [AM]: 1 } });
    story
      .given(later(-3600))
      .undo()
      .thenEvents(['attendance.Arrived', { half: AM }], 'core.Undone');
  });

  it('[ATT9] changes nothing where the person has come back by themselves', () => {
    const story = given(joined('amal'), leaves('amal'), did('amal', 'attendance.Arrive', {}));
    story.undo().thenEvents('core.Undone');
  });
});
