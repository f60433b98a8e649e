import type { Row } from '../../client/contributions/desk-list.ts';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { ActivityId, ItemId, Reference } from '../../server/domain/ids.ts';

/** A contribution as the desk sees it; its order and reference follow its number. */
export const row = (n: number, more: Partial<ContributionView> = {}): Row => ({
  id: `c${n}` as ItemId,
  view: {
    activity: 'q1' as ActivityId,
    ref: `C${n}` as Reference,
    parent: null,
    place: null,
    contests: false,
    order: n,
    at: n,
    by: { as: 'participant' },
    text: `text ${n}`,
    lang: 'fr',
    guessed: true,
    wording: 1,
    pinned: false,
    translations: {},
    merged: [],
    status: 'shown',
    ...more,
  },
});
