import { describe, expect, it } from '@jest/globals';
import { inOrder, withoutWithdrawn } from '../../client/activities/ballot/delegate-plain.ts';
import type { BallotCountView, OptionView } from '../../server/domain/activities/ballot/view.ts';

const option = (id: string, withdrawn = false) =>
  ({ id, label: { en: id }, detail: null, item: null, withdrawn }) as unknown as OptionView;

describe('a vote on the phone', () => {
  const options = [option('a'), option('b', true), option('c')];

  it('that was refused because an option went becomes what is left of it', () => {
    const vote = (...dots: [string, number][]) => ({
      activity: 'dots',
      dots: dots.map(([id, n]) => ({ option: id, n })),
    });
    expect(withoutWithdrawn(vote(['a', 2], ['b', 1]), options)).toEqual(vote(['a', 2]));
    expect(withoutWithdrawn(vote(['b', 3]), options)).toEqual(vote());
    // It would be refused again for what nobody here knows: it is shown instead.
    expect(withoutWithdrawn(vote(['a', 2], ['c', 1]), options)).toBeNull();
  });

  it('leaves the options where they are until it is over; then the most dots stand first, withdrawn ones last', () => {
    const result = (dots: number) => ({ dots, voters: 1, groups: {} });
    const count = { voted: 3, groups: {}, results: { a: result(1), c: result(5) } } as unknown as BallotCountView;
    const ids = (ended: boolean, counted?: BallotCountView) => inOrder(options, counted, ended).map(({ id }) => id);
    expect(ids(false, count)).toEqual(['a', 'c', 'b']);
    expect(ids(true, count)).toEqual(['c', 'a', 'b']);
    expect(ids(true)).toEqual(['a', 'c', 'b']);
  });
});
