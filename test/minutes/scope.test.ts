import { describe, expect, it } from '@jest/globals';
import { initialState } from '../../server/domain/initial.ts';
import { Rejection } from '../../server/domain/rejection.ts';
import { exportText } from '../../server/minutes/export.ts';
import type { MinutesJson } from '../../server/minutes/json-schema.ts';
import { TestMeeting } from '../support/test-meeting.ts';
import { editions, exported, HASH, heldMeeting } from './meeting.ts';

const { meeting, shown, absent } = heldMeeting();

describe.each(editions)('minutes of one item as %s in %s', (format, lang) => {
  it('have that item and nothing of another', () => {
    const first = exported(meeting, format, lang, 'first');
    for (const [, word] of shown) expect(first).toContain(word);
    expect(first).not.toContain('Second question');
    expect(first).not.toContain('Presentword');
    const second = exported(meeting, format, lang, 'second');
    for (const [, word] of shown) expect(second).not.toContain(word);
    for (const word of absent) expect(first + second).not.toContain(word);
  });

  it('are there for an item without activity, too', () => {
    expect(exported(meeting, format, lang, 'welcome')).not.toContain('SHOWN');
  });
});

describe.each(editions)('minutes of a meeting that has not begun as %s in %s', (format, lang) => {
  it('are complete and empty', () => {
    const body = exported(new TestMeeting(), format, lang).replace(/<style>[\s\S]*<\/style>/, '');
    expect(body).not.toMatch(/undefined|\[object|NaN|minutes\.\w/);
    if (format === 'csv') expect(body.trim().split('\r\n')).toHaveLength(1);
    else expect(body).toContain('Second question');
  });
});

describe('minutes', () => {
  it('of an item or a meeting that is not there are refused', () => {
    const head = { seq: 0, hash: '' };
    const ask = (state: typeof meeting.state, item?: string) => () =>
      exportText(state, { format: 'html', lang: 'en', head, ...(item ? { item: item as never } : {}) });
    expect(ask(meeting.state, 'nowhere')).toThrow(new Rejection('NOT_FOUND'));
    expect(ask(initialState())).toThrow(new Rejection('NOT_FOUND'));
  });

  it('say on which state of the log they rest', () => {
    for (const format of ['html', 'md'] as const) {
      expect(exported(meeting, format, 'en')).toContain('7f3a 91c0 e2d4');
      expect(exported(meeting, format, 'en')).toContain(`(${meeting.state.seq} events)`);
    }
    expect((JSON.parse(exported(meeting, 'json', 'en')) as MinutesJson).head).toEqual({
      seq: meeting.state.seq,
      hash: HASH,
    });
  });

  it('have planned and real times, and what is still to come', () => {
    const markdown = exported(meeting, 'md', 'en');
    expect(markdown).toContain('| 09:00 | Welcome | 09:00–09:30 |');
    expect(markdown).toContain('| 09:30 | [First question](#item-first) | 09:30–09:50 |');
    expect(markdown).toMatch(/Tuesday,? 25 June 2019, 09:30–09:50/);
    // Held a day before it was planned: the date stands with it.
    expect(markdown).toContain('| 09:00 | [Second question](#item-second) | 25 June 2019, since 09:50 |');
    const fresh = new TestMeeting();
    expect(exported(fresh, 'md', 'en')).toContain('| 09:00 | Welcome | to come |');
    fresh.at += 10 * 86_400_000;
    expect(exported(fresh, 'md', 'en')).toContain('| 09:00 | Welcome | not held |');
  });

  it('are the same for the same log', () => {
    for (const [format, lang] of editions)
      expect(exported(heldMeeting().meeting, format, lang)).toBe(exported(meeting, format, lang));
  });

  it('have a plain name as a file', () => {
    const head = { seq: 1, hash: HASH };
    const whole = exportText(meeting.state, { format: 'csv', lang: 'ar', head });
    expect(whole.filename).toBe('sample-minutes-ar.csv');
    expect(whole.mime).toBe('text/csv; charset=utf-8; header=present');
    const one = exportText(meeting.state, { format: 'md', lang: 'fr', head, item: 'first' as never });
    expect(one.filename).toBe('sample-minutes-first-fr.md');
  });
});
