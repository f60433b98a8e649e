import { computed, type ReadonlySignal } from '@preact/signals';
import type { ActivityId } from '../../server/domain/ids.ts';
import type { ActivityView, AgendaView } from '../../server/domain/view.ts';
import type { Live } from '../lib/live.ts';
import { localized, t } from '../lib/words.ts';

type Item = AgendaView['items'][number];

/** The activities of an agenda item, in its order. */
export const activitiesOf = (live: Live, item: Item): ActivityView[] =>
  item.activities.flatMap((id) => live.value<ActivityView>(`a/${id}`).value ?? []);

/** Of an item's activities the one in the middle: the one that was chosen, else the first that is open, else the first. */
export const shownOf = (activities: readonly ActivityView[], chosen: ActivityId | null): ActivityView | undefined =>
  activities.find(({ id }) => id === chosen) ?? activities.find(({ status }) => status === 'open') ?? activities[0];

/** An activity by its item; where the item has several, by its kind too. */
export const titleOf = (item: Item, activity: ActivityView): string =>
  item.activities.length > 1 ? `${localized(item.title)} · ${t(`desk.kind_${activity.kind}`)}` : localized(item.title);

/** All activities with their titles, in the order of the agenda. */
export const activityTitles = (live: Live): ReadonlySignal<readonly { id: ActivityId; title: string }[]> =>
  computed(() =>
    (live.value<AgendaView>('agenda').value?.items ?? []).flatMap((item) =>
      activitiesOf(live, item).map((activity) => ({ id: activity.id, title: titleOf(item, activity) })),
    ),
  );
