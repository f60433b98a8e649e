import type { BallotCountView, BallotView } from '../../../server/domain/activities/ballot/view.ts';
import { SeenAs } from '../../contributions/desk-seen-as.tsx';
import { useDesk } from '../../desk/desk.ts';
import type { ActivityDeskProps } from '../../desk/kind.ts';
import { formatNumber, t } from '../../lib/words.ts';
import { groupName } from './desk-option.tsx';
import { groupsOf } from './groups.ts';

/** How many voted and, once results are shown, of which cities or kinds. */
export function BallotCounts({ meeting, activity }: ActivityDeskProps) {
  const { live } = useDesk();
  const { attribution } = activity.config as unknown as BallotView;
  const count = live.value<BallotCountView>(`count/${activity.id}`).value;
  if (!count) return null;
  const groups = groupsOf(count.groups);
  const most = Math.max(1, ...Object.values(count.groups));
  return (
    <section class="panel counts-panel" aria-labelledby={`counts-${activity.id}`}>
      <h2 id={`counts-${activity.id}`}>{t('desk.votes_title')}</h2>
      <dl class="counts">
        <div>
          <dt>{t('desk.votes_cast')}</dt>
          <dd class="num">{formatNumber(count.voted)}</dd>
        </div>
      </dl>
      {groups.length > 0 && (
        <ul class="shares" aria-label={t('desk.votes_by')}>
          {groups.map((group) => (
            <li key={group}>
              <span>{groupName(meeting, attribution, group)}</span>
              <span class="bar2" aria-hidden="true">
                <b style={{ inlineSize: `${((count.groups[group] ?? 0) / most) * 100}%` }} />
              </span>
              <span class="v num">{formatNumber(count.groups[group] ?? 0)}</span>
            </li>
          ))}
        </ul>
      )}
      <SeenAs meeting={meeting} activity={activity} heading={t(`desk.set_results_by_${attribution}`)} />
    </section>
  );
}
