import { useSignal } from '@preact/signals';
import type { ItemId } from '../../../server/domain/ids.ts';
import type { KeyPointsView } from '../../../server/domain/parts/keypoints.ts';
import type { Label } from '../../../server/domain/text.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import { everyRow } from '../../contributions/desk-texts.ts';
import type { AgendaItem } from '../../lib/agenda.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';
import { LabelFields, saysSomething } from '../label-fields.tsx';
import { LabelNow, Meanwhile } from '../meanwhile.tsx';
import { BasisChooser } from './basis-chooser.tsx';
import { byReference, kept, readable } from './points.ts';

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
  const base = useSignal(point);
  const overtaken = useSignal(false);
  const points = desk.live.value<KeyPointsView>(`keypoints/${item.id}`).value?.points ?? [];
  const present = points.find(({ id }) => id === point?.id) ?? null;
  const ahead = overtaken.value ? present : null;
  const rows = readable(everyRow(desk.live));
  // What the room has lost since it was ticked is let go of, but for what the point rests on already.
  const before = (ahead ?? base.value)?.items ?? [];
  const chosen = kept(rests.value, rows, before);
  const ready = saysSomething(label.value) && chosen.length <= MOST;
  const save = async () => {
    if (!ready) return;
    const from = ahead ?? base.value;
    const answer = await desk.run('keypoints.Set', {
      item: item.id,
      ...(from ? { point: from.id, was: { label: from.text, items: from.items.map((rest) => rest.item) } } : {}),
      label: label.value,
      items: chosen,
    });
    if (answer.ok) onClose();
    else overtaken.value = answer.rejection.code === 'ITEM_CHANGED';
  };
  const take = () => {
    base.value = present;
    label.value = present?.text ?? {};
    rests.value = new Set(present?.items.map((rest) => rest.item));
    overtaken.value = false;
  };
  return (
    <Dialog
      class="carry-dialog"
      title={t(point ? 'order.point_edit_title' : 'order.point_add_title')}
      onClose={onClose}
      actions={
        <>
          <span class="aside">{t('order.point_rests_n', { n: chosen.length })}</span>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="check" aria-disabled={!ready} onClick={() => void save()}>
            {t(ahead ? 'desk.save_mine' : 'desk.save')}
          </Button>
        </>
      }
    >
      <p class="aside">{t('order.one_language')}</p>
      <LabelFields id="point" label={label} among={meeting.languages} long />
      {ahead ? (
        <Meanwhile onTake={take}>
          <LabelNow label={ahead.text} />
          <p class="aside">
            {ahead.items.length > 0
              ? byReference(ahead.items)
                  .map((rest) => rest.ref)
                  .join(' · ')
              : t('order.point_rests_none')}
          </p>
        </Meanwhile>
      ) : (
        <DialogFailure />
      )}
      <BasisChooser item={item} meeting={meeting} rows={rows} chosen={rests} kept={before} />
    </Dialog>
  );
}
