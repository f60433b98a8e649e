import { describe, expect, it } from '@jest/globals';
import { did, given, joined, later, merge, on, opened, type Sent, says, saysLate } from '../support/given.ts';
import { START } from '../support/test-meeting.ts';

const live = { activity: 'live' };
const room = [joined('amal'), joined('rim'), opened()];
const close = (graceSeconds: number) => did('desk', 'core.CloseActivity', { ...live, graceSeconds });
const say = (more: Partial<Sent<'discussion.Contribute'>> = {}): Sent<'discussion.Contribute'> => ({
  ...live,
  text: 'words',
  ...more,
});

describe('what a text may be', () => {
  it('[DIS1] is cleaned before it is kept', () => {
    const story = given(...room, says('amal', 'a', { text: '\u202E  Une ide\u0301e\u0000 \r\n\n\n\n\u200Bici ' }));
    expect(story.contribution('a')?.text).toBe('Une id\u00E9e\n\n\nici');
  });

  it.each(['', ' \n ', '\u200B\u200C\u200D', '\u202E', '\u0007'])(
    '[DIS1] is refused where it shows nothing: %j',
    (text) => {
      const story = given(...room, says('amal', 'a'));
      story.when('amal', 'discussion.Contribute', say({ text })).thenRefused('TEXT_EMPTY');
      story.when('amal', 'discussion.Edit', { ...on('a'), text }).thenRefused('TEXT_EMPTY');
    },
  );

  it.each([
    ['letters', 'x', 1],
    ['letters of two halves', '\u{1F600}', 2],
  ])('[DIS1] is of at most 10,000 characters, counted once it is cleaned: %s', (_name, letter, units) => {
    const long = letter.repeat(10_000 / units);
    const story = given(...room, says('amal', 'a', { text: `  ${long}\u200B\n` }));
    expect(story.contribution('a')?.text).toBe(long);
    story.when('amal', 'discussion.Contribute', say({ text: `${long}x` })).thenRefused('TEXT_TOO_LONG');
    story.when('amal', 'discussion.Edit', { ...on('a'), text: `${long}x` }).thenRefused('TEXT_TOO_LONG');
  });

  it('[DIS1] is told apart from what is malformed up to 60,000 characters', () => {
    given(...room)
      .when('amal', 'discussion.Contribute', say({ text: 'x'.repeat(20_000) }))
      .thenRefused('TEXT_TOO_LONG');
    given(...room)
      .when('amal', 'discussion.Contribute', say({ text: 'x'.repeat(60_000) }))
      .thenRefused('TEXT_TOO_LONG');
  });
});

describe('when a text is taken', () => {
  it('[DIS2] is while the activity is open', () => {
    given(joined('amal')).when('amal', 'discussion.Contribute', say()).thenRefused('ACTIVITY_NOT_OPEN');
    const story = given(...room);
    story.when('amal', 'discussion.Contribute', say()).thenEvents(['discussion.ContributionAdded', { ref: 'C1' }]);
    story.given(did('desk', 'core.PauseActivity', live));
    story.when('amal', 'discussion.Contribute', say({ writtenAt: START })).thenRefused('ACTIVITY_PAUSED');
    story.given(opened()).when('amal', 'discussion.Contribute', say()).thenEvents('discussion.ContributionAdded');
  });

  it('[DIS2] is also after the timer ran out', () => {
    given(...room, later(3600))
      .when('amal', 'discussion.Contribute', say())
      .thenEvents('discussion.ContributionAdded');
  });

  it('[DIS3] is in the grace, its last millisecond included', () => {
    const story = given(...room, close(60), later(60));
    const { events } = story.when('amal', 'discussion.Contribute', say());
    expect(events[0]?.data).toMatchObject({ ref: 'C1' });
    expect(events[0]?.data).not.toHaveProperty('late');
  });

  it('[DIS3] is in the last millisecond also where the close came within it', () => {
    given(...room, close(60), later(60), did('server', 'core.EndGrace', live))
      .when('amal', 'discussion.Contribute', say())
      .thenEvents(['discussion.ContributionAdded', { ref: 'C1' }]);
  });

  it('[DIS3] is not a millisecond later, though nobody has closed it yet', () => {
    const story = given(...room, close(60), later(60.001));
    story.when('amal', 'discussion.Contribute', say()).thenRefused('ACTIVITY_CLOSED');
    expect(story.activity().status).toBe('closing');
  });

  it('[DIS3] is not after a grace that the desk ended', () => {
    given(...room, close(60), later(10), did('desk', 'core.CloseActivity', live), later(1))
      .when('amal', 'discussion.Contribute', say())
      .thenRefused('ACTIVITY_CLOSED');
  });

  it.each([true, false])('[DIS4] is kept as late where it was written before the end (closed: %s)', (closed) => {
    const story = given(...room, close(60), later(90));
    if (closed) story.given(did('server', 'core.EndGrace', live));
    const end = START + 60_000;
    const { events } = story.when('amal', 'discussion.Contribute', say({ writtenAt: end }));
    expect(events[0]?.data).toMatchObject({ late: true });
    expect(events[0]?.data).not.toHaveProperty('ref');
    story.when('amal', 'discussion.Contribute', say({ writtenAt: end + 1 })).thenRefused('ACTIVITY_CLOSED');
    story.when('amal', 'discussion.Contribute', say()).thenRefused('ACTIVITY_CLOSED');
    expect(story.counts('desk')).toMatchObject({ shown: 0, late: 1 });
  });
});

describe('its language', () => {
  it('[DIS5] is the one that its author gave', () => {
    const story = given(...room, says('amal', 'a', { text: 'فكرة', lang: 'ff' }));
    expect(story.contribution('a')).toMatchObject({ lang: 'ff', guessed: false });
  });

  it('[DIS5] is guessed otherwise, from the text or else from the author’s pages', () => {
    const story = given(...room, joined('yannis', { lang: 'en' }));
    story.given(says('yannis', 'a', { text: 'فكرة' }), says('yannis', 'b', { text: '???' }));
    expect(story.contribution('a')).toMatchObject({ lang: 'ar', guessed: true });
    expect(story.contribution('b')).toMatchObject({ lang: 'en', guessed: true });
  });
});

describe('live and collected', () => {
  it('[DIS6] is shown at once, with its reference, where texts are shown live', () => {
    const story = given(...room, says('amal', 'a'));
    for (const audience of ['desk', 'room', 'screen'] as const)
      expect(story.contribution('a', audience)).toMatchObject({ ref: 'C1', text: 'words of a' });
  });

  it('[DIS6] is pending, without a reference, where they are collected', () => {
    const story = given(...room, opened('collect'), says('amal', 'a', { activity: 'collect' }));
    for (const audience of ['desk', 'room', 'screen'] as const)
      expect(story.contribution('a', audience)).toBeUndefined();
    expect(story.mine('amal', 'a')).toMatchObject({ status: 'pending', ref: null, text: 'words of a' });
  });
});

describe('a reply', () => {
  const reply = (label: string, activity = 'live') => say({ activity, parent: `@${label}` });

  it('[DIS7] has a parent and a reference of its own', () => {
    const story = given(...room, says('amal', 'a'), says('rim', 'b', { to: 'a' }));
    expect(story.contribution('b')).toMatchObject({ parent: story.id('a'), ref: 'C2', text: 'words of b' });
  });

  it('[DIS7] answers no reply, and nothing where replies are off', () => {
    const story = given(...room, says('amal', 'a'), says('rim', 'b', { to: 'a' }));
    story.when('amal', 'discussion.Contribute', reply('b')).thenRefused('REPLY_TO_REPLY');
    story.given(did('desk', 'core.Configure', { ...live, settings: { replies: false } }));
    story.when('rim', 'discussion.Contribute', reply('a')).thenRefused('REPLIES_OFF');
  });

  it('[DIS7] answers nothing that the room does not see', () => {
    const story = given(...room, opened('collect'), says('amal', 'pending', { activity: 'collect' }));
    story.given(...['whole', 'hidden', 'part', 'withdrawn', 'removed'].map((label) => says('amal', label)));
    story.given(
      did('desk', 'discussion.Hide', { ...on('hidden'), reason: 'off_topic' }),
      did('desk', 'discussion.Merge', merge('whole', 'part')),
      did('amal', 'discussion.Withdraw', on('withdrawn')),
      did('desk', 'discussion.Remove', { ...on('removed'), reason: 'insult' }),
      saysLate('amal', 'late'),
      opened(),
    );
    story.when('rim', 'discussion.Contribute', reply('hidden')).thenRefused('ITEM_HIDDEN');
    story.when('rim', 'discussion.Contribute', reply('part')).thenRefused('ITEM_MERGED');
    story.when('rim', 'discussion.Contribute', reply('pending', 'collect')).thenRefused('ITEM_NOT_PUBLISHED');
    story.when('rim', 'discussion.Contribute', reply('late')).thenRefused('ITEM_NOT_PUBLISHED');
    story.when('rim', 'discussion.Contribute', reply('withdrawn')).thenRefused('ITEM_WITHDRAWN');
    story.when('rim', 'discussion.Contribute', reply('removed')).thenRefused('ITEM_REMOVED');
    story.when('rim', 'discussion.Contribute', reply('whole')).thenEvents('discussion.ContributionAdded');
  });
});
