import { describe, expect, it } from '@jest/globals';
import { nextItem } from '../../client/lib/agenda.ts';
import { labelIn } from '../../client/lib/labels.ts';
import { leftBehind } from '../../client/lib/people.ts';
import { turnOf } from '../../client/lib/turn.ts';
import type { AgendaView } from '../../server/domain/view.ts';

describe('what somebody left on a shared phone', () => {
  it('is counted for each alone: texts, drafts with a word in them, and what else waits', () => {
    const left = leftBehind(
      [
        { participant: 'amal', data: { activity: 'q', text: 'one' } },
        { participant: 'amal', data: { activity: 'q', item: 'x' } },
        { participant: 'basma', data: { activity: 'b', dots: [] } },
      ],
      [
        { key: 'amal/q', text: 'a draft', at: 1 },
        { key: 'amal/q/row/column', text: '  \n', at: 1 },
        { key: 'chafik/edit/y', text: 'his', at: 1 },
      ],
    );
    expect(Object.fromEntries(left)).toEqual({
      amal: { texts: 2, others: 1 },
      basma: { texts: 0, others: 1 },
      chafik: { texts: 1, others: 0 },
    });
  });
});

describe('what the phone shows around the questions', () => {
  it('what is skipped does not follow', () => {
    const agenda = {
      current: 'a',
      items: [{ id: 'a' }, { id: 'b', skipped: true }, { id: 'c' }],
    } as unknown as AgendaView;
    expect(nextItem(agenda)?.id).toBe('c');
    expect(nextItem({ ...agenda, current: 'c' as never })).toBeUndefined();
  });

  it('a turn is nearly over in its last sixth, 10 to 30 seconds', () => {
    expect([0, 99_000, 100_000, 119_999, 120_000].map((ms) => turnOf(ms, 120))).toEqual([
      'running',
      'running',
      'near',
      'near',
      'over',
    ]);
    expect([turnOf(4_000, 15), turnOf(5_000, 15), turnOf(565_000, 600)]).toEqual(['running', 'near', 'running']);
  });

  it('a label stands in the reader’s language, else in one that it has', () => {
    expect(labelIn({ fr: 'oui', en: 'yes' }, 'en')).toEqual({ text: 'yes', lang: 'en' });
    expect(labelIn({ fr: 'oui' }, 'ar')).toEqual({ text: 'oui', lang: 'fr' });
  });
});
