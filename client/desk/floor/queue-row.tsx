import { useSignal } from '@preact/signals';
import type { FloorView } from '../../../server/domain/parts/floor.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { placeLine } from '../../lib/lists.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { useDesk } from '../desk.ts';
import { minutesSpoken } from './minutes-spoken.ts';

type Waiting = NonNullable<FloorView['queue']>[number];

/** Somebody who waits: how much they have spoken, and what can be done. Taking them off the list is asked first. */
export function QueueRow({ person, place, meeting }: { person: Waiting; place: number; meeting: MeetingView }) {
  const desk = useDesk();
  const asking = useSignal(false);
  const { participant, times, ms } = person;
  const name = person.name ?? t('desk.unknown_author');
  return (
    <li>
      <span class="pos num">{place}</span>
      <div class="hand-who">
        <b>
          <bdi>{name}</bdi>
        </b>{' '}
        <span class="tag">{placeLine(meeting, person)}</span>
        <small class={times === 0 ? 'new' : undefined}>
          {t('desk.floor_spoken', { n: times, minutes: minutesSpoken(ms) })}
        </small>
      </div>
      {asking.value ? (
        <div class="ask" role="alert">
          <p>{t('desk.floor_dismiss_ask', { name })}</p>
          <Button look="danger" onClick={() => void desk.run('floor.Dismiss', { participant })}>
            {t('desk.floor_dismiss')}
          </Button>
          <Button
            onClick={() => {
              asking.value = false;
            }}
          >
            {t('desk.cancel')}
          </Button>
        </div>
      ) : (
        <div class="acts">
          <Button look="quiet" icon="mic" onClick={() => void desk.run('floor.Give', { participant })}>
            {t('desk.floor_give')}
            <span class="sr"> {name}</span>
          </Button>
          <Button
            look="quiet"
            icon="close"
            onClick={() => {
              asking.value = true;
            }}
          >
            {t('desk.floor_dismiss')}
            <span class="sr"> {name}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
