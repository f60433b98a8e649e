import type { ActivityId } from '../../server/domain/ids.ts';
import type { ActivityView } from '../../server/domain/view.ts';
import { localized, t } from '../lib/words.ts';
import { useDesk } from './desk.ts';
import { promptOf } from './kind.ts';

/** The activities of one item, with where each stands: one of them at a time is in the middle. */
export function ActivityChoice({ activities, shown }: { activities: readonly ActivityView[]; shown: ActivityId }) {
  const desk = useDesk();
  return (
    <fieldset class="seg choose">
      <legend class="sr">{t('desk.choose_activity')}</legend>
      {activities.map((activity) => (
        <button
          key={activity.id}
          type="button"
          aria-pressed={activity.id === shown}
          onClick={() => (desk.chosen.value = activity.id)}
        >
          <span class={`status ${activity.status}`}>
            {t(`desk.kind_${activity.kind}`)}
            <span class="sr"> {t(`desk.status_${activity.status}`)}</span>
          </span>
          <small>{localized(promptOf(activity))}</small>
        </button>
      ))}
    </fieldset>
  );
}
