import './desk.css';
import { useSignal } from '@preact/signals';
import type { MarksView } from '../../../server/domain/activities/briefing/index.ts';
import type { ListId } from '../../../server/domain/ids.ts';
import { useDesk } from '../../desk/desk.ts';
import type { ActivityDeskProps } from '../../desk/kind.ts';
import { ScrollRegion } from '../../desk/scroll-region.tsx';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, rejectionWords } from '../../ui/notice.tsx';
import { useDocument } from './desk-document.ts';
import { marks, type Order, ordered, partsOf } from './desk-marks.ts';
import { PartRow, Sources } from './desk-part.tsx';

const orders = ['text', 'all', ...marks] as const;

/** What the room reads, with what it marked: in the order of the text, or what is marked most first. */
export function BriefingDesk({ meeting, activity }: ActivityDeskProps) {
  const { live } = useDesk();
  const order = useSignal<Order>('text');
  const { document, failure, again } = useDocument(activity.id);
  const marksOf = (part: ListId) => live.value<MarksView>(`marks/${activity.id}/${part}`).value;
  const parts = document ? ordered(partsOf(document), marksOf, order.value) : [];
  const inText = order.value === 'text';
  return (
    <div class="answers">
      <div class="filter">
        <fieldset class="seg">
          <legend class="sr">{t('desk.order')}</legend>
          {orders.map((which) => (
            <button
              key={which}
              type="button"
              aria-pressed={order.value === which}
              onClick={() => (order.value = which)}
            >
              {t(`desk.marks_order_${which}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <ScrollRegion class="briefing" label={t('desk.briefing_text')}>
        {failure ? (
          <div class="empty">
            <Notice tone="bad" icon="warning" announce>
              {rejectionWords(failure)}
            </Notice>
            <Button onClick={again}>{t('desk.try_again')}</Button>
          </div>
        ) : !document ? (
          <p class="empty" role="status">
            {t('desk.briefing_loading')}
          </p>
        ) : parts.length === 0 ? (
          <p class="empty">{t('desk.marks_none')}</p>
        ) : (
          parts.map((part, i) => (
            <PartRow
              key={part.id}
              part={part}
              marks={marksOf(part.id)}
              heading={!inText || parts[i - 1]?.section !== part.section ? (inText ? 'section' : 'aside') : null}
              meeting={meeting}
              document={document}
            />
          ))
        )}
        {document && inText && <Sources document={document} />}
      </ScrollRegion>
    </div>
  );
}
