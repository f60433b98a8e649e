import { describe, expect, it } from '@jest/globals';
import type { Surface } from '../../server/domain/protocol.ts';
import { holding as filesHolding } from '../support/holding.ts';
import { cookieOfLink, cookieOfNewcomer, enter, eventually, newId, runServer } from '../support/running.ts';
import { hall, kept, openHall } from './hall.ts';

openHall();

const come = async (surface: Surface, cookie: string) => {
  return kept(await enter(hall.server.port, surface, cookie));
};
const itemOf = (answer: unknown) => (answer as { items: string[] }).items[0]!;

/** Where a word still stands in the data folder: all that a thief of the disk would have. */
const holding = (word: string): string[] => filesHolding(hall.folder, word);

/** All that a reader can take home: every format and language. */
async function exports(cookie: string): Promise<string> {
  const bodies: string[] = [];
  for (const format of ['html', 'md', 'csv', 'json'])
    for (const lang of ['ar', 'fr', 'en']) {
      const url = `http://127.0.0.1:${hall.server.port}/api/minutes?format=${format}&lang=${lang}`;
      const response = await fetch(url, { headers: { cookie } });
      expect(response.status).toBe(200);
      bodies.push(await response.text());
    }
  return bodies.join('\n');
}

describe('law 9: everything that belonged to a removed text is gone, at once and for good', () => {
  const words = [
    'MARKfirst',
    'MARKsecond',
    'MARKfrench',
    'MARKbetter',
    'MARKarabic',
    'MARKby',
    'MARKnote',
    'MARKagain',
  ];

  it('its wordings, translations, their authors and the desk’s notes: on disk, in exports, and for who comes back', async () => {
    const desk = await come('facilitator', await cookieOfLink(hall.server, 'facilitator'));
    const screen = await come('screen', await cookieOfLink(hall.server, 'screen'));
    const reader = await cookieOfLink(hall.server, 'reader');
    const cookies = [await cookieOfNewcomer(hall.server), await cookieOfNewcomer(hall.server)] as const;
    const author = await come('participant', cookies[0]);
    const away = await come('participant', cookies[1]);
    await desk.send('core.OpenActivity', { activity: 'live' });
    const id = newId();
    const item = itemOf(await author.send('discussion.Contribute', { activity: 'live', text: 'MARKfirst' }, id));
    const of = { activity: 'live', item };
    const reply = { activity: 'live', parent: item, text: 'a reply stays' };
    await away.send('discussion.Contribute', reply);
    await desk.send('core.Translate', { item, lang: 'fr', text: 'MARKfrench', by: 'MARKby' });
    await author.send('discussion.Edit', { ...of, text: 'MARKsecond' });
    await desk.send('core.Translate', { item, lang: 'fr', text: 'MARKbetter', by: 'MARKby' });
    await desk.send('core.Translate', { item, lang: 'ar', text: 'MARKarabic' });
    await desk.send('core.ShowOnScreen', { mode: 'item', item });
    await desk.send('discussion.Hide', { ...of, reason: 'other', note: 'MARKnote' });
    await desk.send('discussion.Unhide', of);
    await eventually(() => expect(away.received.join()).toContain('MARKsecond'));
    expect(await exports(reader)).toContain('MARKsecond');
    away.socket.disconnect();
    const hiding = await desk.send('discussion.Hide', { ...of, reason: 'other', note: 'MARKagain' });
    for (const word of ['MARKsecond', 'MARKarabic', 'MARKagain']) expect(holding(word)).not.toEqual([]);

    expect(await desk.send('discussion.Remove', { ...of, reason: 'endangers' })).toMatchObject({ ok: true });

    expect(words.flatMap(holding)).toEqual([]);
    const out = await exports(reader);
    expect(words.filter((word) => out.includes(word))).toEqual([]);
    expect(out).toContain('a reply stays');
    // The phone that was away, and everybody who stayed: their views, and what is sent from now on.
    for (const client of [away, author, desk, screen]) client.received.length = 0;
    away.socket.connect();
    expect((await away.join()).ok).toBe(true);
    await eventually(() => expect(author.self?.items[0]).toMatchObject({ status: 'removed', text: null }));
    for (const client of [away, author, desk, screen])
      await eventually(() => expect(JSON.stringify([...client.seen, client.self])).not.toContain('MARK'));
    expect(away.received.join()).not.toContain('MARK');
    // The author's phone, which was never answered, sends once more: it is told what was, and nothing comes back.
    expect(await author.send('discussion.Contribute', { activity: 'live', text: 'MARKfirst' }, id)).toMatchObject({
      items: [item],
    });
    // Nothing of it can be put back.
    const { seq } = hiding as { seq: number };
    expect(await desk.send('core.Undo', { seq })).toMatchObject({ rejection: { code: 'UNDO_OUTDATED' } });
    await hall.server.close();
    expect(words.flatMap(holding)).toEqual([]);
    hall.server = await runServer(hall.folder);
    expect(await exports(await cookieOfLink(hall.server, 'reader'))).not.toContain('MARK');
    const back = await come('participant', cookies[0]);
    expect(JSON.stringify([...back.seen, back.self])).not.toContain('MARK');
    expect(await hall.server.store.verify(hall.server.links.meeting)).toMatchObject({ ok: true });
  });

  it('a text that its author withdraws, and one that waited for the reveal', async () => {
    const desk = await come('facilitator', await cookieOfLink(hall.server, 'facilitator'));
    const author = await come('participant', await cookieOfNewcomer(hall.server));
    for (const activity of ['live', 'collect']) await desk.send('core.OpenActivity', { activity });
    for (const activity of ['live', 'collect']) {
      const item = itemOf(await author.send('discussion.Contribute', { activity, text: 'MARKwithdrawn' }));
      expect(holding('MARKwithdrawn')).not.toEqual([]);
      await author.send('discussion.Withdraw', { activity, item });
      expect(holding('MARKwithdrawn')).toEqual([]);
    }
    await eventually(() => expect(JSON.stringify([author.self, ...author.seen, ...desk.seen])).not.toContain('MARK'));
  });
});
