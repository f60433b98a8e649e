import { useSignal } from '@preact/signals';
import type { AttendanceView } from '../../../server/domain/parts/attendance.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useDesk } from '../desk.ts';
import type { Person } from './people-list.ts';

/** A new half-day: those without a phone who were here in the last one, to be noted all at once. */
export function Again({ people }: { people: readonly Person[] }) {
  const desk = useDesk();
  const busy = useSignal(false);
  const again = desk.live.value<AttendanceView>('attendance').value?.again ?? [];
  if (again.length === 0) return null;
  const them = people.filter(({ id }) => again.includes(id));
  const note = async () => {
    if (busy.value) return;
    busy.value = true;
    for (const participant of again) if (!(await desk.run('attendance.Arrive', { participant })).ok) break;
    busy.value = false;
  };
  return (
    <Notice>
      <p>{t('order.again', { n: again.length })}</p>
      <ul class="again">
        {them.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
      <Button icon="check" aria-disabled={busy.value} onClick={() => void note()}>
        {t('order.again_note')}
      </Button>
    </Notice>
  );
}
