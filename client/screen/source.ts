import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { ItemId } from '../../server/domain/ids.ts';
import type { ActivityView } from '../../server/domain/view.ts';
import type { Live } from '../lib/live.ts';

/** What a picture of the screen is drawn from: the projector's own connection, or the desk's for its preview. */
export type ScreenSource = Pick<Live, 'value' | 'keys' | 'here' | 'now' | 'state'>;

/** The kind of the activity that an item belongs to; undefined where the item is not, or no longer, to be seen. */
export function kindOfItem(source: ScreenSource, item: ItemId): string | undefined {
  const home = source.value<ContributionView>(`c/${item}`).value?.activity;
  return home && source.value<ActivityView>(`a/${home}`).value?.kind;
}
