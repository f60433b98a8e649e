import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { TestMeeting } from '../support/test-meeting.ts';
import { exported } from './meeting.ts';

const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\uFF1D1+1',
  '=cmd|’/C calc’!A0',
  'a;=1+1',
  'a\n=1+1',
  'a\n-1+1',
  'a\t@x',
  '"=1+1"',
];

describe('the table of the minutes', () => {
  const meeting = new TestMeeting();
  meeting.open();
  const consents = { present: true, words: true };
  FORMULAS.forEach((text, i) => {
    const who = meeting.join(`p${i}`, { name: text.replace(/\s/g, ' '), consents });
    meeting.say(who, text, { lang: 'en' });
  });
  const body = exported(meeting, 'csv', 'en');
  const rows: Record<string, string>[] = parse(body, { bom: true, columns: true });

  it('is UTF-8 with a byte order mark and CRLF between rows', () => {
    expect(body.startsWith('\uFEFF')).toBe(true);
    expect(body.split('\r\n')).toHaveLength(FORMULAS.length + 2);
  });

  it('has no cell that a spreadsheet would calculate', () => {
    expect(rows).toHaveLength(FORMULAS.length);
    for (const row of rows)
      for (const cell of Object.values(row)) {
        if (/^-?\d+$/.test(cell)) continue;
        expect(cell).not.toMatch(/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/);
      }
  });

  it('has none where it is split at semicolons, tabs or line ends', () => {
    for (const cell of body.split(/[;\t\r\n]/)) expect(cell).not.toMatch(/^"?([=+@]|-\S)/);
  });

  it('gives back every text but for the guard', () => {
    expect(rows.map((row) => row['Text as written']?.replaceAll(/^'|(?<=[;\t\n])'/g, ''))).toEqual(FORMULAS);
  });

  it('keeps the lines of a text in one cell', () => {
    const plain = new TestMeeting();
    plain.open();
    plain.say(plain.join('a'), 'one\n\n- two\n"three", four', { lang: 'en' });
    const [row]: Record<string, string>[] = parse(exported(plain, 'csv', 'en'), { bom: true, columns: true });
    expect(row?.['Text as written']).toBe('one\n\n- two\n"three", four');
  });
});
