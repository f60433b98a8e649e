import { beforeAll, describe, expect, it } from '@jest/globals';
import { authorAtDesk } from '../../client/contributions/desk-author.ts';
import { useWords } from '../../client/lib/words.ts';
import type { ListId } from '../../server/domain/ids.ts';
import type { MeetingView } from '../../server/domain/view.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';

const { agenda: _agenda, activities: _activities, format: _format, ...file } = sampleMeeting();
const meeting: MeetingView = { ...file, code: '123456' };
const id = (name: string) => name as ListId;

describe('an author at the desk', () => {
  beforeAll(() =>
    useWords(
      {
        'desk.unknown_author': 'a participant',
        'desk.other_cities': 'other cities',
        'desk.other_kinds': 'other kinds',
        'desk.by_document': 'the paper',
      },
      'en',
    ),
  );

  it('is a name with where from', () => {
    const by = { as: 'name', name: 'Amal', organisation: id('network'), city: id('lyon') } as const;
    expect(authorAtDesk(by, meeting)).toEqual({ name: 'Amal', from: 'A network · Lyon' });
  });

  it('is a city or a kind alone, or the pool of all others', () => {
    expect(authorAtDesk({ as: 'city', city: id('sfax') }, meeting)).toEqual({ name: 'Sfax', from: '' });
    expect(authorAtDesk({ as: 'city', city: null }, meeting).name).toBe('other cities');
    expect(authorAtDesk({ as: 'kind', kind: id('small') }, meeting).name).toBe('Small association');
    expect(authorAtDesk({ as: 'kind', kind: null }, meeting).name).toBe('other kinds');
  });

  it('is a participant or the document', () => {
    const names = (['participant', 'document'] as const).map((as) => authorAtDesk({ as }, meeting).name);
    expect(names).toEqual(['a participant', 'the paper']);
  });
});
