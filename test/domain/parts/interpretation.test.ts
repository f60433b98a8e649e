import { describe, expect, it } from '@jest/globals';
import { did, given } from '../../support/given.ts';

const set = (data: { channel?: string; link?: string }, lang: 'ar' | 'fr' | 'en' = 'ar') =>
  did('desk', 'interpretation.Set', { lang, ...data });
const seen = (story: ReturnType<typeof given>) => story.see('room', 'interpretation');
const channels = (story: ReturnType<typeof given>) =>
  [...story.meeting.state.vault.values()].filter((value) => value.kind === 'channel');

describe('where interpretation is heard', () => {
  it('[INT1] is a channel, a page, or both, by language', () => {
    const story = given(set({ channel: ' 3 ' }), set({ link: 'https://audio.example/fr' }, 'fr'));
    story.given(set({ channel: 'FM 2', link: 'http://192.168.1.9:8000/en' }, 'en'));
    expect(seen(story)).toEqual({
      ar: { channel: '3', link: null },
      fr: { channel: null, link: 'https://audio.example/fr' },
      en: { channel: 'FM 2', link: 'http://192.168.1.9:8000/en' },
    });
    story.when('desk', 'interpretation.Set', { lang: 'ar', channel: 'x'.repeat(81) }).thenRefused('NAME_TOO_LONG');
  });

  it('[INT1] is nothing any more where neither is given, and unchanged by the same', () => {
    const story = given(set({ channel: '3' }));
    story.when('desk', 'interpretation.Set', { lang: 'ar', channel: '3 ' }).thenNothing();
    story.when('desk', 'interpretation.Set', { lang: 'fr', channel: ' ' }).thenNothing();
    story.when('desk', 'interpretation.Set', { lang: 'ar' }).thenEvents('interpretation.ChannelSet');
    expect(seen(story)).toEqual({});
    story.when('desk', 'interpretation.Set', { lang: 'ar' }).thenNothing();
  });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'audio.example',
    'https://',
    `https://audio.example/${'é'.repeat(200)}`,
  ])('[INT2] refuses what is no page of the web: %j', (link) => {
    given().when('desk', 'interpretation.Set', { lang: 'ar', link }).thenRefused('LINK_WRONG');
  });

  it('[INT2] keeps a whole address', () => {
    const story = given(set({ link: 'HTTPS:audio.example/a b' }));
    expect(seen(story)).toEqual({ ar: { channel: null, link: 'https://audio.example/a%20b' } });
  });

  it('[INT3] is seen by everybody; what it replaces is destroyed when it is replaced again', () => {
    const story = given(set({ channel: '3' }), set({ channel: '4' }));
    for (const audience of ['desk', 'room', 'screen'] as const)
      expect(story.see(audience, 'interpretation')).toEqual({ ar: { channel: '4', link: null } });
    expect(channels(story).map(({ channel }) => channel)).toEqual(['3', '4']);
    story.given(set({}), set({ channel: '5' }, 'fr'));
    expect(channels(story).map(({ channel }) => channel)).toEqual(['4', '5']);
    story.given(set({ channel: '6' }));
    expect(channels(story).map(({ channel }) => channel)).toEqual(['5', '6']);
  });

  it('[INT4] is not replaced by who has seen another', () => {
    const story = given(set({ channel: '3' }));
    const other = { lang: 'ar' as const, channel: '5' };
    story.when('desk', 'interpretation.Set', { ...other, was: null }).thenRefused('ITEM_CHANGED');
    story
      .when('desk', 'interpretation.Set', { ...other, was: { channel: '2', link: null } })
      .thenRefused('ITEM_CHANGED');
    story.when('desk', 'interpretation.Set', { ...other, channel: '3', was: null }).thenNothing();
    story
      .when('desk', 'interpretation.Set', { ...other, was: { channel: '3', link: null } })
      .thenEvents('interpretation.ChannelSet');
    story
      .when('desk', 'interpretation.Set', { ...other, lang: 'fr', was: null })
      .thenEvents('interpretation.ChannelSet');
  });

  it('[INT5] comes back by undo, one step: what undo takes away is destroyed', () => {
    const story = given(set({ channel: '3' }), set({ channel: '4' }), set({ link: 'https://audio.example/ar' }));
    expect(story.undo().refusal).toBeNull();
    expect(seen(story)).toEqual({ ar: { channel: '4', link: null } });
    expect(channels(story)).toEqual([{ kind: 'channel', channel: '4' }]);
    // The third has destroyed what the second replaced.
    expect(story.acts().map((act) => act.undoable)).toEqual([false, false]);
    expect(story.undo().refusal).toBe('UNDO_OUTDATED');
  });

  it('[INT5] is nothing again where it was nothing, and what it was where it was taken away', () => {
    const story = given(set({ channel: '3' }));
    expect(story.undo().refusal).toBeNull();
    expect([seen(story), channels(story)]).toEqual([{}, []]);
    story.given(set({ channel: '4' }), set({}));
    expect(story.undo().refusal).toBeNull();
    expect(seen(story)).toEqual({ ar: { channel: '4', link: null } });
    expect(story.undo().refusal).toBeNull();
    expect([seen(story), channels(story)]).toEqual([{}, []]);
  });
});
