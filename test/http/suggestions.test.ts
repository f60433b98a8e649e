import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Actor } from '../../server/domain/actors.ts';
import type { CommandId, ItemId, ParticipantId } from '../../server/domain/ids.ts';
import type { Suggestion } from '../../server/domain/protocol.ts';
import { TestApp } from './app.ts';

const DESK: Actor = { kind: 'capability', role: 'facilitator', link: 'the-desk' };

describe('suggestions for themes over HTTP', () => {
  let app: TestApp;
  let desk: string;
  let person: Actor;

  beforeEach(async () => {
    app = await TestApp.open();
    desk = await app.cookie('facilitator');
    const joined = await app.post('/api/join', app.joining({ lang: 'fr' })).expect(200);
    person = { kind: 'participant', id: joined.body.participant as ParticipantId };
    for (const activity of ['live', 'collect', 'table']) await give(DESK, 'core.OpenActivity', { activity });
  });
  afterEach(() => app.close());

  async function give(actor: Actor, type: string, data: object): Promise<string> {
    const room = await app.deps.rooms.get(app.meeting);
    const answer = await room.submit(actor, { id: randomBytes(16).toString('base64url') as CommandId, type, data });
    if (!answer.ok) throw new Error(`${type}: ${answer.rejection.code}`);
    return answer.items?.[0] ?? '';
  }
  const say = (text: string, more: object = {}) =>
    give(person, 'discussion.Contribute', { activity: 'live', text, lang: 'fr', ...more });
  const onDesk = (type: string, data: object) => give(DESK, type, { activity: 'live', ...data });

  const asked = async (query = ''): Promise<Suggestion[]> =>
    (await app.http.get(`/api/suggestions${query}`).set('cookie', desk).expect(200)).body.groups;
  const items = async (query = '') => (await asked(query)).map((group) => [...group.items].sort());

  it('group what the room sees, with references and the words shared', async () => {
    const [one, two] = [await say('Un guichet unique à la mairie'), await say('Le guichet unique de la mairie !')];
    await say('Les trains de nuit');
    expect(await asked()).toEqual([
      {
        items: [one, two],
        // The table's two seeds were first.
        refs: ['C3', 'C4'],
        translated: [],
        lang: 'fr',
        shared: ['guichet', 'unique', 'mairie'],
        score: 1,
      },
    ]);
  });

  it('change nothing, and say the same again', async () => {
    await say('Un guichet unique');
    await say('Le guichet unique');
    const room = await app.deps.rooms.get(app.meeting);
    const before = room.head();
    expect(await asked()).toEqual(await asked());
    expect(room.head()).toEqual(before);
  });

  it('reach over activities of any kind, or those that are asked for', async () => {
    const one = await say('They know the ground', { lang: 'en' });
    const two = await say('Who knows the ground?', { lang: 'en' });
    const seed = (await app.deps.rooms.get(app.meeting)).read(
      (state) => [...state.homes].find(([, home]) => home === 'table')?.[0] as ItemId,
    );
    await give(DESK, 'matrix.Reveal', { activity: 'table' });
    const all = [one, two, await seed].sort();
    expect(await items()).toEqual([all]);
    expect((await asked())[0]).toMatchObject({ lang: 'en', translated: [await seed] });
    expect(await items('?activity=live')).toEqual([[one, two].sort()]);
    expect(await items('?activity=live&activity=table&activity=live')).toEqual([all]);
    expect(await items('?activity=table')).toEqual([]);
    expect(await items('?activity=read&activity=dots')).toEqual([]);
  });

  it('leave out what is hidden, merged, withdrawn, late or not yet revealed', async () => {
    const kept = await say('Le guichet unique');
    const hidden = await say('Un guichet unique');
    const merged = await say('Guichet unique');
    const withdrawn = await say('Guichets uniques');
    await give(person, 'discussion.Contribute', { activity: 'collect', text: 'Un guichet unique', lang: 'fr' });
    expect(await items()).toEqual([[kept, hidden, merged, withdrawn].sort()]);
    await onDesk('discussion.Hide', { item: hidden, reason: 'off_topic' });
    await onDesk('discussion.Merge', { into: kept, from: [merged] });
    await give(person, 'discussion.Withdraw', { activity: 'live', item: withdrawn });
    await onDesk('core.CloseActivity', { graceSeconds: 0 });
    // The grace ends with the millisecond of the close, and what comes within it is in time.
    await setTimeout(5);
    await say('Le guichet unique', { writtenAt: Date.now() - 60_000 });
    expect(await items()).toEqual([]);
    await onDesk('discussion.Unhide', { item: hidden });
    expect(await items()).toEqual([[kept, hidden].sort()]);
  });

  it('leave out a reply to what it repeats', async () => {
    const item = await say('Le guichet unique');
    await say('Un guichet unique', { parent: item });
    expect(await items()).toEqual([]);
  });

  it('leave out what is in one theme, until something comes that is not', async () => {
    const grouped = [await say('Le guichet unique'), await say('Un guichet unique')];
    await give(DESK, 'themes.Add', { label: { fr: 'Guichet' }, items: grouped });
    expect(await items()).toEqual([]);
    const third = await say('Guichet unique !');
    expect(await items()).toEqual([[...grouped, third].sort()]);
  });

  it('read translations of the wording that stands, and languages by their primary tag', async () => {
    const arabic = await say('مكتب واحد لكل شيء', { lang: 'ar' });
    const french = await say('Un guichet unique pour les migrants', { lang: 'fr-TN' });
    expect(await items()).toEqual([]);
    await give(DESK, 'core.Translate', { item: arabic, lang: 'fr', text: 'Guichet unique pour migrants' });
    expect(await asked()).toMatchObject([{ items: [arabic, french], translated: [arabic], lang: 'fr' }]);
    await give(person, 'discussion.Edit', { activity: 'live', item: arabic, text: 'مكتب آخر', lang: 'ar' });
    expect(await items()).toEqual([]);
  });

  it('leave other languages alone', async () => {
    for (const text of ['Uno sportello unico', 'Lo sportello unico']) await say(text, { lang: 'it' });
    expect(await items()).toEqual([]);
  });

  it('are of the asking desk’s own meeting', async () => {
    const other = await TestApp.open();
    await other.http.get('/api/suggestions').set('cookie', desk).expect(401);
    await other.close();
  });

  it.each([
    ['?activity=never', 404, 'NOT_FOUND'],
    ['?activity=live&activity=never', 404, 'NOT_FOUND'],
    ['?activity=', 400, 'MALFORMED'],
    ['?activity=../x', 400, 'MALFORMED'],
    ['?activity[a]=live', 400, 'MALFORMED'],
    ['?lang=fr', 400, 'MALFORMED'],
    [`?${'activity=live&'.repeat(201)}`, 400, 'MALFORMED'],
  ])('refuse %s', async (query, status, code) => {
    const response = await app.http.get(`/api/suggestions${query}`).set('cookie', desk).expect(status);
    expect(response.body).toEqual({ rejection: { code } });
  });

  it('are asked for so often and no oftener', async () => {
    const statuses: number[] = [];
    for (let i = 0; i < 61; i++) statuses.push((await app.http.get('/api/suggestions').set('cookie', desk)).status);
    expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
    expect(statuses[60]).toBe(429);
  });
});
