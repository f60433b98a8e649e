import type { AttributionMode } from '../../server/domain/attribution.ts';
import type { ActivityView, MeetingView } from '../../server/domain/view.ts';
import { cityName, kindName } from '../lib/lists.ts';
import { t } from '../lib/words.ts';

/** How authors appear in an activity, in a few words. */
export const authorsShown = ({ config }: Pick<ActivityView, 'config'>): string =>
  t(`desk.authors_${(config.attribution as AttributionMode | undefined) ?? 'named'}`);

interface SeenAsProps {
  readonly meeting: MeetingView;
  readonly activity: ActivityView;
  /** What the cities or kinds stand for, where it is not the author's name. */
  readonly heading?: string;
}

/**
 * Where names are not shown: what stands in their place, and which cities or kinds stand by themselves once that is
 * settled.
 */
export function SeenAs({ meeting, activity, heading }: SeenAsProps) {
  const mode = activity.config.attribution as AttributionMode | undefined;
  if (mode !== 'city' && mode !== 'kind') return null;
  return (
    <p class="seen-as">
      <b>{heading ?? authorsShown(activity)}</b> {settled(meeting, activity, mode)}
    </p>
  );
}

function settled(meeting: MeetingView, { buckets }: ActivityView, mode: 'city' | 'kind'): string {
  if (!buckets) return t(`desk.buckets_to_come_${mode}`);
  if (buckets.listed.length === 0) return t(`desk.buckets_none_${mode}`);
  const nameOf = mode === 'city' ? cityName : kindName;
  const names = buckets.listed.map((id) => nameOf(meeting, id) ?? id);
  return t(`desk.buckets_${mode}`, { names: names.join(' · ') });
}
