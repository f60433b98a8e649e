import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Actor } from '../../server/domain/actors.ts';
import type { ItemId } from '../../server/domain/ids.ts';
import type { MinutesJson } from '../../server/minutes/json-schema.ts';
import { facilitator, TestMeeting } from '../support/test-meeting.ts';
import { desk, editions, exported, times } from './meeting.ts';

/** Four contributions and four replies; `b` and `c` are merged into `a`, the reply `s` into `r`. */
function mergedMeeting() {
  const meeting = new TestMeeting();
  meeting.open();
  const consents = { present: false, words: true };
  const amal = meeting.join('amal', { name: 'Amalword', consents });
  const rim = meeting.join('rim', { name: 'Rimword', consents });
  const yannis = meeting.join('yannis', { name: 'MARKNAME', consents: { present: false, words: false } });
  const say = (who: Actor, text: string, parent?: ItemId) =>
    meeting.say(who, text, { lang: 'fr', ...(parent ? { parent } : {}) });
  const a = say(amal, 'WORDA le tout');
  const b = say(rim, 'WORDB une partie');
  const c = say(yannis, 'WORDC une autre');
  say(yannis, 'WORDD seule');
  say(yannis, 'WORDRB réponse à la partie', b);
  const r = say(rim, 'WORDR réponse', a);
  const s = say(amal, 'WORDS réponse', a);
  const endorse = (who: Actor, item: ItemId) => meeting.give(who, 'discussion.Endorse', { activity: 'live', item });
  const dora = meeting.join('dora');
  endorse(dora, a);
  endorse(dora, b);
  endorse(yannis, b);
  endorse(amal, c);
  endorse(rim, c);
  endorse(yannis, s);
  meeting.give(facilitator, 'core.Translate', { item: b, lang: 'en', text: 'TRANSB a part', by: 'Interpreterword' });
  desk(meeting, 'discussion.Merge', { into: a, from: [c, b] });
  desk(meeting, 'discussion.Merge', { into: r, from: [s] });
  return { meeting, amal, rim, a, b, c, r, s };
}

const words = ['WORDA', 'WORDB', 'WORDC', 'WORDD', 'WORDRB', 'WORDR ', 'WORDS'];
const json = (meeting: TestMeeting): MinutesJson => JSON.parse(exported(meeting, 'json', 'en'));
const contributions = (meeting: TestMeeting) =>
  json(meeting)
    .agenda.flatMap((item) => item.activities)
    .flatMap((activity) => activity.contributions);

describe.each(editions)('what was merged, in the minutes as %s in %s,', (format, lang) => {
  const { meeting } = mergedMeeting();
  const body = exported(meeting, format, lang);

  it('[DIS29] is there in its wording, once, after its whole and before the replies', () => {
    for (const word of words) expect([word, times(body, word)]).toEqual([word, 1]);
    const order = ['WORDA', 'WORDB', 'WORDC', 'WORDRB', 'WORDR ', 'WORDS', 'WORDD'].map((word) => body.indexOf(word));
    expect(order).toEqual(order.toSorted((x, y) => x - y));
  });

  it('[DIS24] is not there where its whole is hidden, nor a part that is taken away', () => {
    const { meeting: other, rim, a, b, c } = mergedMeeting();
    other.give(rim, 'discussion.Withdraw', { activity: 'live', item: b });
    desk(other, 'discussion.Remove', { item: c, reason: 'endangers' });
    expect(exported(other, format, lang)).not.toMatch(/WORDB|WORDC|TRANSB|\bC[23]\b/);
    desk(other, 'discussion.Hide', { item: a, reason: 'off_topic' });
    expect(exported(other, format, lang)).not.toContain('WORDA');
    const { meeting: hidden, a: whole } = mergedMeeting();
    desk(hidden, 'discussion.Hide', { item: whole, reason: 'off_topic' });
    expect(exported(hidden, format, lang)).not.toMatch(/WORD[ABC]|TRANSB|\bC[123]\b/);
    desk(hidden, 'discussion.Unhide', { item: whole });
    for (const word of words) expect(times(exported(hidden, format, lang), word)).toBe(1);
  });
});

describe('a merged text', () => {
  const { meeting } = mergedMeeting();

  it('[DIS29] stands under its whole, a merged reply under the reply', () => {
    const [whole, alone] = contributions(meeting);
    expect(whole?.parts.map(({ kind, ref, parent, by }) => [kind, ref, parent, by?.name ?? null])).toEqual([
      ['merged', 'C2', 'C1', 'Rimword'],
      ['merged', 'C3', 'C1', null],
    ]);
    expect(whole?.merged.map((part) => part.ref)).toEqual(['C2', 'C3']);
    expect(whole?.replies.map(({ ref, parent, parts }) => [ref, parent, parts.map((part) => part.ref)])).toEqual([
      ['C5', 'C2', []],
      ['C6', 'C1', ['C7']],
    ]);
    expect(whole?.replies[1]?.parts[0]).toMatchObject({ kind: 'merged', parent: 'C6', merged: [] });
    expect(alone).toMatchObject({ ref: 'C4', parts: [], replies: [] });
  });

  it('[DIS17] has its endorsements counted for its whole, once', () => {
    const [whole] = contributions(meeting);
    // That of dora: the others wrote the whole or a part of it.
    expect(whole?.endorsements).toEqual({ n: 1, earlier: 0 });
    expect(whole?.parts.map((part) => part.endorsements.n)).toEqual([0, 0]);
    expect(whole?.replies[1]?.endorsements.n).toBe(1);
    expect(whole?.replies[1]?.parts[0]?.endorsements.n).toBe(0);
    expect(exported(meeting, 'md', 'en')).toContain('3 merged texts · from 3 people · 2 endorsements ·');
  });

  it('[DIS31] is read in translation first, with its wording under it, and counted where it has none', () => {
    const html = exported(meeting, 'html', 'en');
    const part = html.slice(html.indexOf('<li id="C2">'), html.indexOf('<li id="C3">'));
    expect(part).toMatch(
      /<p class="text" lang="en" dir="ltr">TRANSB[\s\S]*<p class="original" lang="fr" dir="ltr">WORDB/,
    );
    expect(part).toContain('Rimword');
    expect(part).toContain('merged into <a class="ref" dir="ltr" href="#C1">C1</a>');
    expect(part).toContain('translated by <bdi lang="" dir="auto">Interpreterword</bdi>');
    expect(json(meeting).counts).toMatchObject({ shown: 7, merged: 3, untranslated: 6 });
  });

  it('[DIS29] is nested in Markdown, and says what it was merged into', () => {
    const lines = exported(meeting, 'md', 'en').split('\n');
    const items = lines.flatMap((line) => /^( *)- <a id="(C\d)"><\/a>/.exec(line)?.slice(1) ?? []);
    expect(items).toEqual(['', 'C1', '  ', 'C2', '  ', 'C3', '  ', 'C5', '  ', 'C6', '    ', 'C7', '', 'C4']);
    expect(lines).toContain('  - <a id="C2"></a>**[C2](#C2)** TRANSB a part');
    expect(lines).toContain('    > WORDB une partie');
    const said = /^ {4}— Rimword, .*merged into \[C1\]\(#C1\), translated by Interpreterword$/;
    expect(lines).toContainEqual(expect.stringMatching(said));
  });

  it.each([
    ['ar', 'نصّ مدموج'],
    ['fr', 'texte fusionné'],
    ['en', 'merged text'],
  ] as const)('[DIS29] has a row of its own in the table, and its whole as parent (%s)', (lang, kind) => {
    const rows: string[][] = parse(exported(meeting, 'csv', lang), { bom: true, from_line: 2 });
    expect(rows.map((row) => [row[3], row[4], row[5] === kind])).toEqual([
      ['C1', '', false],
      ['C2', 'C1', true],
      ['C3', 'C1', true],
      ['C5', 'C2', false],
      ['C6', 'C1', false],
      ['C7', 'C6', true],
      ['C4', '', false],
    ]);
  });

  it('[DIS30] keeps its credit and its anchor where its text is lost, and is counted', () => {
    const { meeting: other, b } = mergedMeeting();
    const added = other.log.find((e) => e.type === 'discussion.ContributionAdded' && e.data.item === b);
    if (added?.type !== 'discussion.ContributionAdded') throw new Error('b was not added');
    other.state.vault.delete(added.data.text.id);
    expect(json(other).counts).toMatchObject({ shown: 6, merged: 2, removed: 1 });
    expect(contributions(other)[0]?.merged.map((part) => part.ref)).toEqual(['C2', 'C3']);
    for (const format of ['html', 'md'] as const) {
      const body = exported(other, format, 'en');
      expect(['C1', 'C2', 'C3'].map((ref) => [ref, times(body, `id="${ref}"`)])).toEqual([
        ['C1', 1],
        ['C2', 1],
        ['C3', 1],
      ]);
    }
  });

  it('[DIS18] stands on its own again once it is separated, or its whole is withdrawn', () => {
    const { meeting: other, amal, a, c } = mergedMeeting();
    desk(other, 'discussion.Unmerge', { from: [c] });
    expect(contributions(other).map(({ ref, kind }) => [ref, kind])).toEqual([
      ['C1', 'contribution'],
      ['C3', 'contribution'],
      ['C4', 'contribution'],
    ]);
    other.give(amal, 'discussion.Withdraw', { activity: 'live', item: a });
    expect(contributions(other).map(({ ref, replies }) => [ref, replies.map((reply) => reply.ref)])).toEqual([
      ['C2', ['C5']],
      ['C3', []],
      ['C4', []],
      ['C6', []],
    ]);
  });
});
