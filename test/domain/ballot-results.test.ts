import { describe, expect, it } from '@jest/globals';
import { audiences } from '../../server/domain/actors.ts';
import { view } from '../../server/domain/view.ts';
import { did, given, joinedFrom, later, opened, type Step } from '../support/given.ts';
import { closed, set, votes } from '../support/given-kinds.ts';

const ballot = { activity: 'dots' };
/** Four of small circles in Sfax; the municipal people are fewer, and the pool. */
const people: Step[] = [
  ...['amal', 'rim', 'zeynep', 'nour'].map((name) => joinedFrom(name, { kind: 'small', city: 'sfax' })),
  joinedFrom('yannis', { organisation: 'lyon-city' }),
  joinedFrom('hedi', { organisation: 'sfax-city' }),
  joinedFrom('lina', { kind: 'city', city: 'lyon' }),
];
const live = set('dots', { results: 'live' });

describe('results', () => {
  it('[BAL9] that wait for the close are seen by nobody before, the desk included', () => {
    const story = given(...people, opened('dots'), votes('amal', { o1: 3 }), votes('yannis', { o2: 2 }));
    for (const audience of audiences) {
      expect(story.ballot(audience)).toEqual({ voted: 2, results: null, groups: {} });
      const rest = [...view(story.meeting.state, audience)].filter(([key]) => key !== 'a/dots');
      expect(JSON.stringify(rest)).not.toMatch(/"(dots|voters)":\d|"o[12]":\d/);
    }
    story.given(did('desk', 'core.CloseActivity', { ...ballot, graceSeconds: 60 }));
    expect(story.ballot('desk').results).toBeNull();
    story.given(later(60), did('server', 'core.EndGrace', ballot));
    for (const audience of audiences)
      expect(story.ballot(audience)).toMatchObject({ voted: 2, results: { o1: { dots: 3 }, o2: { dots: 2 } } });
  });

  it('[BAL9] wait again where the ballot is opened again', () => {
    const story = given(...people, opened('dots'), votes('amal', { o1: 3 }), closed('dots'), opened('dots'));
    expect(story.ballot('desk').results).toBeNull();
  });

  it('[BAL9] are touched by the close, so that they are sent then', () => {
    const story = given(...people, opened('dots'), votes('amal', { o1: 3 }));
    const keys: string[] = [];
    story.meeting.onCommit((touches) => keys.push(...touches.flatMap((touch) => touch.keys ?? [])));
    story.given(closed('dots'));
    expect(keys).toContain('count/dots');
  });

  it('[BAL9] are shown as they come where they are live, which the desk may choose at any time', () => {
    const story = given(...people, live, opened('dots'), votes('amal', { o1: 3 }));
    expect(story.ballot().results).toMatchObject({ o1: { dots: 3, voters: 1 } });
    story.given(set('dots', { results: 'closed' }));
    expect(story.ballot().results).toBeNull();
    story.given(live);
    expect(story.ballot().results).toMatchObject({ o1: { dots: 3 } });
  });

  it('[BAL10] are dots and voters of each option, and dots and voters by kind', () => {
    const story = given(...people, live, opened('dots'));
    story.given(votes('amal', { o1: 2, o2: 1 }), votes('rim', { o1: 1 }), votes('yannis', { o1: 1 }));
    expect(story.ballot()).toEqual({
      voted: 3,
      results: {
        o1: { dots: 4, voters: 3, groups: { small: 3, '': 1 } },
        o2: { dots: 1, voters: 1, groups: { small: 1 } },
      },
      groups: { small: 2, '': 1 },
    });
  });

  it('[BAL10] may be by city', () => {
    const byCity = set('dots', { attribution: 'city' });
    const third = joinedFrom('third', { kind: 'small', city: 'lyon' });
    const story = given(...people, third, live, byCity, opened('dots'), votes('amal', { o1: 1 }));
    story.given(votes('hedi', { o1: 1 }), votes('lina', { o2: 1 }));
    expect(story.ballot()).toMatchObject({
      results: { o1: { dots: 2, groups: { sfax: 2 } }, o2: { groups: { '': 1 } } },
      groups: { sfax: 2, '': 1 },
    });
  });

  it('[BAL10] are by nothing where all who voted are in the pool', () => {
    const story = given(...people, live, opened('dots'), votes('yannis', { o1: 1 }), votes('hedi', { o1: 1 }));
    expect(story.ballot()).toEqual({
      voted: 2,
      results: { o1: { dots: 2, voters: 2, groups: {} }, o2: { dots: 0, voters: 0, groups: {} } },
      groups: {},
    });
  });

  it('[BAL10] name nobody', () => {
    const story = given(...people, live, opened('dots'), votes('amal', { o1: 2 }), closed('dots'));
    for (const audience of audiences)
      for (const key of ['count/dots', 'options/dots', 'a/dots'])
        expect(JSON.stringify(story.see(audience, key))).not.toMatch(/amal|rim/);
  });
});
