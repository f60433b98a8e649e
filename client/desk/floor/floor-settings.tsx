import { useSignal } from '@preact/signals';
import type { FloorOrder, FloorView } from '../../../server/domain/parts/floor.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Choice } from '../setting-fields.tsx';

/** Seconds for one speaker to choose from; another that is set stays among them. */
const LENGTHS = [30, 60, 90, 120, 180, 300, 600];

/** The order of those who wait, and the time for each. */
export function FloorSettings({ floor, onClose }: { floor: FloorView; onClose: () => void }) {
  const desk = useDesk();
  const order = useSignal<FloorOrder>(floor.order);
  const seconds = useSignal(floor.seconds);
  const lengths = [...new Set([...LENGTHS, floor.seconds])].sort((a, b) => a - b);
  const save = async () => {
    const answer = await desk.run('floor.Set', { order: order.value, seconds: seconds.value });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      title={t('desk.floor_settings_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="check" onClick={() => void save()}>
            {t('desk.save')}
          </Button>
        </>
      }
    >
      <Choice
        name="floor-order"
        legend={t('desk.floor_order')}
        of={[
          ['arrival', t('desk.floor_order_arrival')],
          ['least', t('desk.floor_order_least')],
        ]}
        chosen={order}
        hint={t('desk.floor_order_hint')}
      />
      <div class="field">
        <label for="floor-seconds">{t('desk.floor_seconds')}</label>
        <select
          id="floor-seconds"
          class="input"
          value={String(seconds.value)}
          onChange={(event) => {
            seconds.value = Number(event.currentTarget.value);
          }}
        >
          {lengths.map((n) => (
            <option key={n} value={String(n)}>
              {n % 60 === 0 ? t('desk.minutes', { n: n / 60 }) : t('desk.seconds', { n })}
            </option>
          ))}
        </select>
      </div>
      <DialogFailure />
    </Dialog>
  );
}
