import type { MarksView } from '../../../server/domain/activities/briefing/index.ts';
import { useDesk } from '../../desk/desk.ts';
import type { ActivityDeskProps } from '../../desk/kind.ts';
import { formatNumber, t } from '../../lib/words.ts';
import { marks } from './desk-marks.ts';

/** All marks by what they say, and on how many passages. */
export function BriefingCounts({ activity }: ActivityDeskProps) {
  const { live } = useDesk();
  const parts = live.keys(`marks/${activity.id}/`).value.flatMap((key) => live.value<MarksView>(key).value ?? []);
  return (
    <section class="panel counts-panel" aria-labelledby={`counts-${activity.id}`}>
      <h2 id={`counts-${activity.id}`}>{t('desk.marks_title')}</h2>
      <dl class="counts">
        {marks.map((mark) => (
          <div key={mark}>
            <dt>{t(`desk.mark_${mark}`)}</dt>
            <dd class="num">{formatNumber(parts.reduce((sum, view) => sum + view[mark], 0))}</dd>
          </div>
        ))}
        <div>
          <dt>{t('desk.marks_passages')}</dt>
          <dd class="num">{formatNumber(parts.length)}</dd>
        </div>
      </dl>
    </section>
  );
}
