import { useSignal } from '@preact/signals';
import type { ItemId } from '../../../server/domain/ids.ts';
import type { KeyPointsView } from '../../../server/domain/parts/keypoints.ts';
import type { Label } from '../../../server/domain/text.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import type { AgendaItem } from '../../lib/agenda.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';
import { LabelFields, saysSomething } from '../label-fields.tsx';
import { BasisChooser } from './basis-chooser.tsx';

/** As many as a point may rest on. */
const MOST = 40;

export interface EditPointProps {
  readonly item: AgendaItem;
  /** Null: a new one. */
  readonly point: KeyPointsView['points'][number] | null;
  readonly meeting: MeetingView;
  readonly onClose: () => void;
}

/** A sentence in one language at least, and the texts that it rests on. */
export function EditPoint({ item, point, meeting, onClose }: EditPointProps) {
  const desk = useDesk();
  const label = useSignal<Label>(point?.text ?? {});
  const rests = useSignal<ReadonlySet<ItemId>>(new Set(point?.items.map((rest) => rest.item)));
  const ready = saysSomething(label.value) && rests.value.size <= MOST;
  const save = async () => {
    if (!ready) return;
    const answer = await desk.run('keypoints.Set', {
      item: item.id,
      ...(point ? { point: point.id } : {}),
      label: label.value,
      items: [...rests.value],
    });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      class="carry-dialog"
      title={t(point ? 'order.point_edit_title' : 'order.point_add_title')}
      onClose={onClose}
      actions={
        <>
          <span class="aside">{t('order.point_rests_n', { n: rests.value.size })}</span>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="check" aria-disabled={!ready} onClick={() => void save()}>
            {t('desk.save')}
          </Button>
        </>
      }
    >
      <p class="aside">{t('order.one_language')}</p>
      <LabelFields id="point" label={label} among={meeting.languages} long />
      <BasisChooser item={item} meeting={meeting} chosen={rests} kept={point?.items ?? []} />
      <DialogFailure />
    </Dialog>
  );
}
