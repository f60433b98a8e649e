import { describe, expect, it } from '@jest/globals';
import { did, given, joined, merge, on, opened, says, saysLate } from '../support/given.ts';

const room = [joined('amal'), joined('rim'), opened()];

describe('references', () => {
  it('[MTG39] are a letter and a number, given when a text is first published, to replies as well', () => {
    const story = given(...room, says('amal', 'a'), says('rim', 'b', { to: 'a' }), says('amal', 'c'));
    expect(['a', 'b', 'c'].map((label) => story.contribution(label)?.ref)).toEqual(['C1', 'C2', 'C3']);
  });

  it('[MTG39] count on over all the activities of the meeting', () => {
    const story = given(...room, opened('collect'), says('amal', 'a'));
    story.given(says('rim', 'x', { activity: 'collect' }), says('amal', 'y', { activity: 'collect' }));
    story.given(did('desk', 'discussion.Reveal', { activity: 'collect' }), says('rim', 'b'));
    expect(['a', 'x', 'y', 'b'].map((label) => story.contribution(label)?.ref)).toEqual(['C1', 'C2', 'C3', 'C4']);
  });

  it('[MTG39] stay with their text, whatever becomes of it', () => {
    const story = given(...room, says('amal', 'a'), says('rim', 'b'), says('amal', 'c'));
    story.given(
      did('amal', 'discussion.Edit', { ...on('a'), text: 'other words' }),
      did('desk', 'discussion.Hide', { ...on('a'), reason: 'insult' }),
      did('desk', 'discussion.Unhide', on('a')),
      did('desk', 'discussion.Merge', merge('a', 'b')),
      did('desk', 'discussion.Unmerge', { activity: 'live', from: ['@b'] }),
      did('desk', 'discussion.Merge', merge('b', 'a')),
    );
    expect(story.mine('amal', 'a').ref).toBe('C1');
    expect(story.contribution('b')).toMatchObject({ ref: 'C2', merged: [{ ref: 'C1' }] });
  });

  it('[MTG39] are never given to another text, after a removal or a withdrawal either', () => {
    const story = given(...room, says('amal', 'a'), says('rim', 'b'));
    story.given(did('desk', 'discussion.Remove', { ...on('b'), reason: 'insult' }));
    story.given(did('amal', 'discussion.Withdraw', on('a')), says('amal', 'c'));
    expect(story.contribution('c')?.ref).toBe('C3');
    expect([story.mine('amal', 'a').ref, story.mine('rim', 'b').ref]).toEqual(['C1', 'C2']);
  });

  it('[MTG39] are not used up by what is collected or late until it is published', () => {
    const story = given(...room, opened('collect'), says('amal', 'gone', { activity: 'collect' }));
    story.given(says('rim', 'stays', { activity: 'collect' }), says('amal', 'a'), saysLate('rim', 'late'));
    story.given(did('amal', 'discussion.Withdraw', on('gone', 'collect')));
    story.given(
      did('desk', 'discussion.Reveal', { activity: 'collect' }),
      did('desk', 'discussion.AdmitLate', on('late')),
    );
    expect(['a', 'stays', 'late'].map((label) => story.contribution(label)?.ref)).toEqual(['C1', 'C2', 'C3']);
    expect(story.mine('amal', 'gone').ref).toBeNull();
  });
});
