import { useSignal } from '@preact/signals';
import type { FloorView } from '../../../server/domain/parts/floor.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { useDesk } from '../desk.ts';
import { FloorSettings } from './floor-settings.tsx';
import { HandsDialog } from './hands-dialog.tsx';
import { QueueRow } from './queue-row.tsx';
import { SpeakerRow } from './speaker-row.tsx';

/** Of those who wait, as many as there is room for. */
const MOST = 4;

/** Who speaks, who waits, and in which order. */
export function FloorPanel({ meeting }: { meeting: MeetingView }) {
  const desk = useDesk();
  const dialog = useSignal<'settings' | 'hands' | null>(null);
  const whole = useSignal(false);
  const floor = desk.live.value<FloorView>('floor').value;
  if (!floor) return null;
  const { speaker, queue = [] } = floor;
  const close = () => {
    dialog.value = null;
  };
  const shown = whole.value ? queue : queue.slice(0, MOST);
  return (
    <section class="panel floor-panel" aria-labelledby="floor-panel">
      <h2 id="floor-panel">
        {t('desk.floor_title')}
        <span>{t(`desk.floor_order_${floor.order}`)}</span>
      </h2>
      {speaker && <SpeakerRow speaker={speaker} seconds={floor.seconds} meeting={meeting} />}
      {!speaker && queue.length === 0 && <p class="empty">{t('desk.floor_empty')}</p>}
      <ol class="queue">
        {shown.map((person, i) => (
          <QueueRow key={person.participant} person={person} place={i + 1} meeting={meeting} />
        ))}
      </ol>
      {queue.length > MOST && (
        <Button
          look="quiet"
          icon={whole.value ? 'up' : 'down'}
          onClick={() => {
            whole.value = !whole.value;
          }}
        >
          {whole.value ? t('desk.less') : t('desk.show_all', { n: queue.length })}
        </Button>
      )}
      <div class="floor-tools">
        <Button
          look="quiet"
          icon="people"
          onClick={() => {
            dialog.value = 'hands';
          }}
        >
          {t('desk.floor_hand')}
        </Button>
        <Button
          look="quiet"
          icon="settings"
          onClick={() => {
            dialog.value = 'settings';
          }}
        >
          {t('desk.floor_settings')}
        </Button>
      </div>
      {dialog.value === 'settings' && <FloorSettings floor={floor} onClose={close} />}
      {dialog.value === 'hands' && <HandsDialog floor={floor} meeting={meeting} onClose={close} />}
    </section>
  );
}
