import './keypoints.css';
import { useSignal } from '@preact/signals';
import type { KeyPointsView } from '../../../server/domain/parts/keypoints.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import type { AgendaItem } from '../../lib/agenda.ts';
import { formatNumber, localized, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { useDesk } from '../desk.ts';
import { EditPoint } from './edit-point.tsx';
import { Point } from './point.tsx';
import { RemovePoint } from './remove-point.tsx';

/** As in the domain: as many sentences as one reads at a glance. */
const MOST = 5;

type PointView = KeyPointsView['points'][number];
type Asked =
  | { readonly kind: 'edit'; readonly point: PointView | null }
  | { readonly kind: 'remove'; readonly point: PointView };

/** What is to be kept of an agenda item: up to five sentences, each with what it rests on. */
export function KeyPoints({ item }: { item: AgendaItem }) {
  const desk = useDesk();
  const asked = useSignal<Asked | null>(null);
  const meeting = desk.live.value<MeetingView>('meeting').value;
  const points = desk.live.value<KeyPointsView>(`keypoints/${item.id}`).value?.points ?? [];
  if (!meeting) return null;
  const close = () => (asked.value = null);
  const full = points.length >= MOST;
  return (
    <div class="points">
      <header class="view-head">
        <div>
          <p class="aside">{localized(item.title)}</p>
          <h2>
            {t('order.points_title')}{' '}
            <span class="aside">
              {t('order.points_of', { n: formatNumber(points.length), max: formatNumber(MOST) })}
            </span>
          </h2>
        </div>
        <Button
          look="act"
          icon="plus"
          aria-disabled={full}
          title={full ? t('rejections.TOO_MANY_POINTS', { max: MOST }) : undefined}
          onClick={() => {
            if (!full) asked.value = { kind: 'edit', point: null };
          }}
        >
          {t('order.point_add')}
        </Button>
      </header>
      {points.length === 0 && <p class="empty">{t('order.points_empty')}</p>}
      <ol>
        {points.map((point, index) => (
          <Point
            key={point.id}
            point={point}
            index={index}
            last={index === points.length - 1}
            meeting={meeting}
            onMove={(to) => void desk.run('keypoints.Move', { item: item.id, point: point.id, to })}
            onEdit={() => (asked.value = { kind: 'edit', point })}
            onRemove={() => (asked.value = { kind: 'remove', point })}
          />
        ))}
      </ol>
      {asked.value?.kind === 'edit' && (
        <EditPoint item={item} point={asked.value.point} meeting={meeting} onClose={close} />
      )}
      {asked.value?.kind === 'remove' && <RemovePoint item={item} point={asked.value.point} onClose={close} />}
    </div>
  );
}
