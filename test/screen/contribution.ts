import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { ActivityId } from '../../server/domain/ids.ts';

/** A contribution as the room sees it. */
export const contribution = (more: Partial<ContributionView> = {}): ContributionView => ({
  activity: 'a' as ActivityId,
  ref: null,
  parent: null,
  place: null,
  contests: false,
  order: 1,
  at: 0,
  by: { as: 'participant' },
  text: 'Un texte',
  lang: 'fr',
  guessed: false,
  wording: 1,
  pinned: false,
  translations: {},
  merged: [],
  ...more,
});
