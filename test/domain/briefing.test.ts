import { describe, expect, it } from '@jest/globals';
import { BriefingConfig } from '../../server/domain/activities/briefing/schema.ts';
import { audiences } from '../../server/domain/actors.ts';
import type { ActivityId } from '../../server/domain/ids.ts';
import { kindOf } from '../../server/domain/state.ts';
import { view } from '../../server/domain/view.ts';
import { did, given, joined, later, opened } from '../support/given.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';

type Mark = 'same' | 'different' | 'more';
const of = (part: string, mark: Mark) => ({ activity: 'read', part, mark });
const marks = (name: string, part: string, mark: Mark) => did(name, 'briefing.Mark', of(part, mark));
const room = [joined('amal'), joined('rim'), opened('read')];

describe('marks', () => {
  it('[BRF1] are given to passages and practices', () => {
    const story = given(...room, marks('amal', 'centre', 'same'));
    story
      .when('amal', 'briefing.Mark', of('desk', 'more'))
      .thenEvents(['briefing.Marked', { part: 'desk', mark: 'more' }]);
    expect(story.see('desk', 'marks/read/centre')).toEqual({ same: 1, different: 0, more: 0 });
    expect(story.see('desk', 'marks/read/desk')).toEqual({ same: 0, different: 0, more: 1 });
  });

  it.each(['nowhere', 'first', 'source'])(
    '[BRF1] are not given to %s: a section, a source or what there is not',
    (part) => {
      for (const type of ['briefing.Mark', 'briefing.Unmark'] as const)
        given(...room)
          .when('amal', type, of(part, 'same'))
          .thenRefused('NOT_FOUND');
    },
  );

  it('[BRF2] are given and taken back while it is open and in its grace', () => {
    const story = given(joined('amal'));
    const [mark, unmark] = (['briefing.Mark', 'briefing.Unmark'] as const).map(
      (type) => () => story.when('amal', type, of('centre', 'same')),
    );
    mark!().thenRefused('ACTIVITY_NOT_OPEN');
    story.given(opened('read'), did('desk', 'core.PauseActivity', { activity: 'read' }));
    mark!().thenRefused('ACTIVITY_PAUSED');
    story.given(opened('read'), did('desk', 'core.CloseActivity', { activity: 'read', graceSeconds: 30 }), later(30));
    mark!().thenEvents('briefing.Marked');
    story.given(later(1));
    unmark!().thenRefused('ACTIVITY_CLOSED');
    mark!().thenRefused('ACTIVITY_CLOSED');
  });

  it('[BRF3] “same” and “different” exclude each other; “more” stands beside either', () => {
    const story = given(...room, marks('amal', 'centre', 'same'), marks('amal', 'centre', 'more'));
    story
      .when('amal', 'briefing.Mark', of('centre', 'different'))
      .thenEvents(['briefing.MarkTakenBack', { mark: 'same' }], ['briefing.Marked', { mark: 'different' }]);
    expect(story.see('desk', 'marks/read/centre')).toEqual({ same: 0, different: 1, more: 1 });
    story
      .when('amal', 'briefing.Mark', of('centre', 'same'))
      .thenEvents(['briefing.MarkTakenBack', { mark: 'different' }], ['briefing.Marked', { mark: 'same' }]);
    expect(story.self('amal').own['read' as ActivityId]).toEqual({ centre: ['more', 'same'] });
  });

  it('[BRF4] count a person once, from however many phones', () => {
    const story = given(...room, marks('amal', 'centre', 'same'), marks('rim', 'centre', 'same'));
    story.when('amal', 'briefing.Mark', of('centre', 'same')).thenNothing();
    story.when('amal', 'briefing.Unmark', of('centre', 'more')).thenNothing();
    expect(story.see('screen', 'marks/read/centre')).toEqual({ same: 2, different: 0, more: 0 });
    story.when('amal', 'briefing.Unmark', of('centre', 'same')).thenEvents('briefing.MarkTakenBack');
    story.when('amal', 'briefing.Unmark', of('centre', 'same')).thenNothing();
    expect(story.see('screen', 'marks/read/centre')).toEqual({ same: 1, different: 0, more: 0 });
  });

  it('[BRF5] are seen as numbers at the desk and on the screen, where there are any, and never whose they are', () => {
    const story = given(...room, marks('rim', 'centre', 'same'));
    const seeing = () =>
      audiences.filter((audience) =>
        [...view(story.meeting.state, audience).keys()].some((k) => k.startsWith('marks/')),
      );
    expect(seeing()).toEqual(['desk', 'screen']);
    expect(JSON.stringify(story.see('desk', 'marks/read/centre'))).not.toContain('rim');
    expect(story.see('desk', 'marks/read/desk')).toBeUndefined();
    story.given(did('rim', 'briefing.Unmark', of('centre', 'same')));
    expect(seeing()).toEqual([]);
  });

  it('[BRF5] are seen by whoever gave them', () => {
    const story = given(...room, marks('rim', 'centre', 'same'));
    expect(story.self('rim').own).toEqual({ read: { centre: ['same'] } });
    expect(story.self('amal').own).toEqual({});
    story.given(did('rim', 'briefing.Unmark', of('centre', 'same')));
    expect(story.self('rim').own).toEqual({});
  });

  it('[BRF5] are the desk’s neither to give nor to undo', () => {
    const story = given(...room);
    const before = story.acts().length;
    story.when('desk', 'briefing.Mark', of('centre', 'same')).thenRefused('NOT_ALLOWED');
    expect(story.given(marks('amal', 'centre', 'same')).acts()).toHaveLength(before);
  });
});

describe('the text', () => {
  const words = (en: string) => ({ ar: `${en} (ar)`, fr: `${en} (fr)`, en });

  it('[BRF6] is no part of any view, and stands whole in the document of each language', () => {
    const story = given(...room);
    for (const audience of audiences) {
      const bytes = JSON.stringify([...view(story.meeting.state, audience)]);
      expect(bytes).toContain('What cities do');
      expect(bytes).not.toMatch(/A centre knows|town hall|A report/);
    }
    const instance = story.meeting.state.activities.get('read' as ActivityId)!;
    expect(kindOf(instance).reading?.(instance.slice, 'fr')).toEqual({
      sections: [
        {
          id: 'first',
          heading: 'Coordination (fr)',
          passages: [{ id: 'centre', text: 'A centre knows who does what. (fr)', notes: ['source'] }],
          practices: [{ id: 'desk', city: 'lyon', place: null, text: 'A desk at the town hall. (fr)', notes: [] }],
        },
      ],
      notes: [{ id: 'source', text: 'A report, 2019. (fr)' }],
    });
  });

  const section = (id: string, more: object = {}) => ({ id, heading: words('x'), ...more });
  const passage = (id: string, ...notes: string[]) => ({ id, text: words('x'), notes });
  const config = { prompt: words('x'), notes: [{ id: 'n', text: words('x') }] };

  it.each([
    ['no sections', []],
    ['a name twice', [section('a', { passages: [passage('b'), passage('b')] })]],
    ['a name twice in two sections', [section('a', { passages: [passage('b')] }), section('b')]],
    ['a section named as a source', [section('n')]],
    ['a passage that names no source', [section('a', { passages: [passage('b', 'm')] })]],
    ['a practice that names no source', [section('a', { practices: [{ ...passage('b', 'm'), city: null }] })]],
    ['a heading in one language', [{ id: 'a', heading: { ar: 'x' } }]],
  ])('[BRF7] has not %s', (_what, sections) => {
    const right = [section('a', { passages: [passage('b', 'n')] })];
    expect(BriefingConfig.safeParse({ ...config, sections: right }).success).toBe(true);
    expect(BriefingConfig.safeParse({ ...config, sections }).success).toBe(false);
  });

  it('[BRF7] of the sample is right', () => {
    expect(
      BriefingConfig.safeParse(sampleMeeting().activities.find((a) => a.kind === 'briefing')?.config).success,
    ).toBe(true);
  });

  it('[BRF8] has no settings but its time', () => {
    const story = given();
    for (const settings of [{ attribution: 'city' }, { results: 'live' }] as Record<string, string>[])
      story.when('desk', 'core.Configure', { activity: 'read', settings }).thenRefused('MALFORMED');
    story.when('desk', 'core.Configure', { activity: 'read', minutes: 15 }).thenEvents('core.ActivityConfigured');
  });
});
