import type { ItemId } from '../../server/domain/ids.ts';
import { did, type Outcome, on, type Step } from './given.ts';

/* Steps of matrices and ballots, in the sample meeting's. */

export interface Entering {
  text?: string;
  /** `<row>/<column>` */
  cell?: string;
  writtenAt?: number;
}

/** An entry of the sample's matrix, under a label. */
export const enters =
  (name: string, label: string, { text = `words of ${label}`, cell = 'rights/strong', ...more }: Entering = {}): Step =>
  (story) => {
    const [row = '', column = ''] = cell.split('/');
    const data = { activity: 'table', row, column, text, ...more };
    story.label(label, added(story.when(name, 'matrix.Contribute', data)));
  };

/** A reason against an entry, under a label of its own. */
export const contests =
  (name: string, label: string, against: string, more: { text?: string; writtenAt?: number } = {}): Step =>
  (story) => {
    const data = { text: `words of ${label}`, ...on(against, 'table'), ...more };
    story.label(label, added(story.when(name, 'matrix.Contest', data)));
  };

function added(outcome: Outcome): ItemId {
  const event = outcome.events.find((e) => e.type.endsWith('.ContributionAdded'));
  if (!event) throw new Error(`given a text, which is refused with ${outcome.refusal}`);
  return (event.data as { item: ItemId }).item;
}

/** Dots by option, all that a voter gives: `{ o1: 2, '@a': 1 }`. */
export const dots = (given: Readonly<Record<string, number>>, activity = 'dots') => ({
  activity,
  dots: Object.entries(given).map(([option, n]) => ({ option, n })),
});
export const votes = (name: string, given: Readonly<Record<string, number>>, activity = 'dots'): Step =>
  did(name, 'ballot.Vote', dots(given, activity));

/** Closed at once, without a grace. */
export const closed = (activity: string): Step => did('desk', 'core.CloseActivity', { activity, graceSeconds: 0 });
/** A setting of the desk. */
export const set = (activity: string, settings: Record<string, string | number | boolean>): Step =>
  did('desk', 'core.Configure', { activity, settings });
