import type { OwnItem } from '../../../server/domain/activities/activity.ts';
import type { MatrixView } from '../../../server/domain/activities/matrix/view.ts';
import type { OwnContribution } from '../../../server/domain/contributions/view.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { OwnContributionCard } from '../../contributions/delegate-own.tsx';
import { useSession } from '../../delegate/session.ts';
import { localized } from '../../lib/words.ts';

/** One of my entries in "Mine", by the cell that it stands in. */
export function OwnEntryCard({ item }: { item: OwnItem }) {
  const { live } = useSession();
  const { place, contests } = item as OwnContribution;
  const config = live.value<ActivityView>(`a/${item.activity}`).value?.config as MatrixView | undefined;
  if (!config || !place || contests) return <OwnContributionCard item={item} />;
  const [row, column] = place.split('/');
  const names = [
    config.rows.find(({ id }) => id === row)?.short,
    config.columns.find(({ id }) => id === column)?.name,
  ].flatMap((name) => (name ? localized(name) : []));
  return <OwnContributionCard item={item} heading={names.join(' · ')} />;
}
