import { describe, expect, it } from '@jest/globals';
import { audiences } from '../../server/domain/actors.ts';
import type { CommandType } from '../../server/domain/commands.ts';
import { view } from '../../server/domain/view.ts';
import { did, given, joined, merge, on, opened, type Sent, says, saysLate } from '../support/given.ts';

const room = [joined('amal'), joined('rim'), joined('yannis'), opened()];
const labels = ['shown', 'hidden', 'part', 'withdrawn', 'removed', 'late', 'pending'] as const;

/** A text of amal in each state; the part went into a text of rim. */
const inEveryState = () =>
  given(...room, opened('collect'), says('amal', 'pending', { activity: 'collect' }), says('rim', 'whole')).given(
    ...(['shown', 'hidden', 'part', 'withdrawn', 'removed'] as const).map((label) => says('amal', label)),
    did('desk', 'discussion.Hide', { ...on('hidden'), reason: 'other', note: 'a note' }),
    did('desk', 'discussion.Merge', merge('whole', 'part')),
    did('amal', 'discussion.Withdraw', on('withdrawn')),
    did('desk', 'discussion.Remove', { ...on('removed'), reason: 'names_a_person' }),
    saysLate('amal', 'late'),
  );

describe('who sees a text', () => {
  it('[DIS24] is everybody for a shown one, the desk for a hidden or late one, and its author for all that exist', () => {
    const story = inEveryState();
    const seeing = (audience: (typeof audiences)[number]) =>
      labels.filter((label) => story.contribution(label, audience));
    expect(seeing('room')).toEqual(['shown']);
    expect(seeing('screen')).toEqual(['shown']);
    expect(seeing('desk')).toEqual(['shown', 'hidden', 'late']);
    const own = labels.filter((label) => story.mine('amal', label).text !== null);
    expect(own).toEqual(['shown', 'hidden', 'part', 'late', 'pending']);
  });

  it('[DIS24] holds for every byte that an audience is sent', () => {
    const story = inEveryState();
    const words = (audience: (typeof audiences)[number]) => {
      const bytes = JSON.stringify([...view(story.meeting.state, audience)]);
      return labels.filter((label) => bytes.includes(`words of ${label}`));
    };
    expect(words('room')).toEqual(['shown']);
    expect(words('screen')).toEqual(['shown']);
    expect(words('desk')).toEqual(['shown', 'hidden', 'late']);
    for (const name of ['rim', 'yannis']) expect(JSON.stringify(story.self(name))).not.toMatch(/words of (?!whole)/);
  });
});

describe('what an author learns', () => {
  it('[DIS25] is why it was hidden or removed, and where it was merged', () => {
    const story = inEveryState();
    expect(story.mine('amal', 'hidden').hidden).toEqual({ reason: 'other', note: 'a note' });
    expect(story.mine('amal', 'removed').removed).toBe('names_a_person');
    expect(story.mine('amal', 'part').mergedInto).toBe('C1');
    for (const label of ['shown', 'late', 'pending', 'withdrawn'])
      expect(story.mine('amal', label)).toMatchObject({ hidden: null, removed: null, mergedInto: null });
  });

  it('[DIS25] is learned by neither the room nor the screen', () => {
    const story = inEveryState();
    for (const audience of ['room', 'screen'] as const) {
      const bytes = JSON.stringify([...view(story.meeting.state, audience)]);
      for (const secret of ['a note', 'names_a_person', '"other"', 'hidden', 'removed'])
        expect(bytes).not.toContain(secret);
      expect(story.contribution('shown', audience)).not.toHaveProperty('status');
    }
    expect(story.contribution('hidden', 'desk')).toMatchObject({
      status: 'hidden',
      hidden: { reason: 'other', note: 'a note' },
    });
  });
});

describe('numbers', () => {
  it('[DIS26] tell how many endorse, and how many of them an earlier wording, never who', () => {
    const story = given(...room, says('amal', 'a'), did('rim', 'discussion.Endorse', on('a')));
    story.given(
      did('amal', 'discussion.Edit', { ...on('a'), text: 'better' }),
      did('yannis', 'discussion.Endorse', on('a')),
    );
    for (const audience of audiences) {
      expect(story.see(audience, 'n/@a')).toEqual({ n: 2, earlier: 1 });
      // The desk knows who is there: that says nothing of what they endorse.
      const seen = [...view(story.meeting.state, audience)].filter(([key]) => !key.startsWith('person/'));
      expect(JSON.stringify(seen)).not.toMatch(/rim|yannis/);
    }
    expect(story.self('amal').endorsed).toEqual([]);
    // Who endorsed the earlier wording is asked anew.
    expect(story.self('rim').endorsed).toEqual([]);
    expect(story.self('yannis').endorsed).toEqual([story.id('a')]);
  });

  it('[DIS26] are seen of nothing that is itself not seen', () => {
    const story = given(...room, says('amal', 'a'), did('rim', 'discussion.Endorse', on('a')));
    story.given(did('desk', 'discussion.Hide', { ...on('a'), reason: 'insult' }));
    expect(story.see('room', 'n/@a')).toBeUndefined();
    expect(story.see('desk', 'n/@a')).toEqual({ n: 1, earlier: 0 });
  });

  it('[DIS27] tell everybody what is shown and waits, and the desk alone what else there is', () => {
    const story = inEveryState();
    for (const audience of ['room', 'screen'] as const) {
      expect(story.counts(audience)).toEqual({ shown: 2, received: 0, revealed: true });
      expect(story.counts(audience, 'collect')).toEqual({ shown: 0, received: 1, revealed: false });
    }
    const desk = { shown: 2, received: 0, revealed: true, hidden: 1, late: 1, withdrawn: 1, removed: 1 };
    expect(story.counts('desk')).toEqual(desk);
  });
});

describe('a text of another discussion', () => {
  const commands: [string, CommandType, object][] = [
    ['amal', 'discussion.Contribute', { text: 'x', parent: '@a' }],
    ['amal', 'discussion.Edit', { item: '@a', text: 'x' }],
    ['amal', 'discussion.CorrectLanguage', { item: '@a', lang: 'ff' }],
    ['amal', 'discussion.Withdraw', { item: '@a' }],
    ['rim', 'discussion.Endorse', { item: '@a' }],
    ['rim', 'discussion.Unendorse', { item: '@a' }],
    ['desk', 'discussion.CorrectLanguage', { item: '@a', lang: 'ff' }],
    ['desk', 'discussion.Hide', { item: '@a', reason: 'insult' }],
    ['desk', 'discussion.Unhide', { item: '@a' }],
    ['desk', 'discussion.Pin', { item: '@a' }],
    ['desk', 'discussion.Unpin', { item: '@a' }],
    ['desk', 'discussion.Merge', { into: '@a', from: ['@c'] }],
    ['desk', 'discussion.Merge', { into: '@c', from: ['@a'] }],
    ['desk', 'discussion.Unmerge', { from: ['@a'] }],
    ['desk', 'discussion.Remove', { item: '@a', reason: 'insult' }],
    ['desk', 'discussion.AdmitLate', { item: '@a' }],
  ];

  it.each(commands)('[DIS28] is not found by %s with %s %j', (who, type, data) => {
    const collect = { activity: 'collect' };
    const story = given(...room, opened('collect'), says('amal', 'a'), says('rim', 'c', collect));
    story.given(did('desk', 'discussion.Reveal', collect));
    story.when(who, type, { ...collect, ...data } as Sent<typeof type>).thenRefused('NOT_FOUND');
    const unheard = JSON.parse(JSON.stringify({ activity: 'live', ...data }).replaceAll(/"@[ac]"/g, '"nothing"'));
    story.when(who, type, unheard as Sent<typeof type>).thenRefused('NOT_FOUND');
  });
});
