import type { ContributionView } from '../../../server/domain/contributions/view.ts';
import type { KeyPointsView } from '../../../server/domain/parts/keypoints.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { labelIn } from '../../lib/labels.ts';
import { languageName } from '../../lib/languages.ts';
import { dirOf, formatNumber, lang, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useDesk } from '../desk.ts';
import { missingLabels } from '../labels.ts';
import { byReference } from './points.ts';

export interface PointProps {
  readonly point: KeyPointsView['points'][number];
  readonly index: number;
  readonly last: boolean;
  readonly meeting: MeetingView;
  readonly onMove: (to: number) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** One sentence with its references, and its place among the others. */
export function Point({ point, index, last, meeting, onMove, onEdit, onRemove }: PointProps) {
  const shown = labelIn(point.text, lang.value);
  const missing = missingLabels(point.text, meeting.languages);
  const n = formatNumber(index + 1);
  const of = <span class="sr"> {t('order.point_n', { n })}</span>;
  return (
    <li class="point">
      <span class="place num" aria-hidden="true">
        {n}
      </span>
      <div class="point-body">
        <p class="point-text" lang={shown.lang} dir={dirOf(shown.lang)}>
          {shown.text}
        </p>
        {missing.length > 0 && (
          <p class="pend">
            <Icon name="translate" />
            {t('desk.not_translated', { langs: missing.map(languageName).join(' · ') })}
          </p>
        )}
        {point.items.length > 0 ? (
          <ul class="rests" aria-label={t('order.point_rests')}>
            {byReference(point.items).map((rest) => (
              <Rest key={rest.item} item={rest.item} reference={rest.ref} />
            ))}
          </ul>
        ) : (
          <p class="aside">{t('order.point_rests_none')}</p>
        )}
      </div>
      <div class="point-acts">
        <Button look="quiet" icon="up" aria-disabled={index === 0} onClick={() => index > 0 && onMove(index - 1)}>
          <span class="sr">{t('order.move_up')}</span>
          {of}
        </Button>
        <Button look="quiet" icon="down" aria-disabled={last} onClick={() => !last && onMove(index + 1)}>
          <span class="sr">{t('order.move_down')}</span>
          {of}
        </Button>
        <Button look="quiet" icon="edit" onClick={onEdit}>
          {t('order.edit')}
          {of}
        </Button>
        <Button look="quiet" icon="remove" onClick={onRemove}>
          {t('order.point_remove')}
          {of}
        </Button>
      </div>
    </li>
  );
}

/** A reference; its text at hand, as long as the desk may read it. */
function Rest({ item, reference }: { item: string; reference: string }) {
  const view = useDesk().live.value<ContributionView>(`c/${item}`).value;
  const text = view && (view.translations[lang.value]?.text ?? view.text);
  return (
    <li class={view ? 'rest' : 'rest gone'} title={text}>
      <span class="ref">{reference}</span> {!view && <span class="aside">{t('order.not_shown')}</span>}
    </li>
  );
}
