import type { OptionView } from '../../../server/domain/activities/ballot/view.ts';
import { type Standing, standingOf } from '../../contributions/standing.ts';
import type { Live } from '../../lib/live.ts';

/** The text of an option that was carried over. */
export interface OptionStanding extends Standing {
  /** Another option of the vote has the same text now: both were merged into one. */
  readonly twin: boolean;
}

/** The texts of what was carried over, by option; none where the room may not read it any more. */
export function textsOfOptions(
  source: Pick<Live, 'value' | 'keys'>,
  options: readonly OptionView[],
): ReadonlyMap<string, OptionStanding> {
  const standing = options.flatMap(({ id, item, withdrawn }) => {
    const text = item && standingOf(source, item);
    return text ? [{ id, withdrawn, text }] : [];
  });
  return new Map(
    standing.map(({ id, text }) => {
      const twin = standing.some((other) => other.id !== id && !other.withdrawn && other.text.id === text.id);
      return [id, { ...text, twin }];
    }),
  );
}
