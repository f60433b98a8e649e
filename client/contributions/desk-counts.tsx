import type { CountView } from '../../server/domain/contributions/view.ts';
import { useDesk } from '../desk/desk.ts';
import type { ActivityDeskProps } from '../desk/kind.ts';
import { formatNumber, t } from '../lib/words.ts';
import { SeenAs } from './desk-seen-as.tsx';

const kinds = ['shown', 'received', 'hidden', 'late', 'withdrawn', 'removed'] as const;

/** How many contributions there are, by what became of them. What is none is left out, but for what is shown. */
export function ContributionCounts({ meeting, activity }: ActivityDeskProps) {
  const { live } = useDesk();
  const count = live.value<CountView>(`count/${activity.id}`).value;
  if (!count) return null;
  return (
    <section class="panel counts-panel" aria-labelledby={`counts-${activity.id}`}>
      <h2 id={`counts-${activity.id}`}>{t('desk.counts_title')}</h2>
      <dl class="counts">
        {kinds
          .filter((kind) => kind === 'shown' || (count[kind] ?? 0) > 0)
          .map((kind) => (
            <div key={kind}>
              <dt>{t(`desk.count_${kind}`)}</dt>
              <dd class="num">{formatNumber(count[kind] ?? 0)}</dd>
            </div>
          ))}
      </dl>
      <SeenAs meeting={meeting} activity={activity} />
    </section>
  );
}
