import { useSignal } from '@preact/signals';
import type { FloorView } from '../../../server/domain/parts/floor.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import { placeLine } from '../../lib/lists.ts';
import { matches } from '../../lib/search.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';
import { everybody, type Hand, handsOf } from './hands.ts';

interface HandsProps {
  readonly floor: FloorView;
  readonly meeting: MeetingView;
  readonly onClose: () => void;
}

/** Somebody raised a hand instead of asking by phone: out of the list of people, as far as the desk may know them. */
export function HandsDialog({ floor, meeting, onClose }: HandsProps) {
  const desk = useDesk();
  const query = useSignal('');
  const atFloor = new Set([floor.speaker?.participant, ...(floor.queue ?? []).map(({ participant }) => participant)]);
  const { hands, unnamed } = handsOf(everybody(desk.live), (person) => placeLine(meeting, person));
  const found = hands.filter(({ id, name, place }) => !atFloor.has(id) && matches(query.value, [name ?? '', place]));
  const others = unnamed.filter(({ place }) => matches(query.value, [place]));
  return (
    <Dialog
      light
      class="hands-dialog"
      title={t('desk.hands_title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('desk.close_dialog')}</Button>}
    >
      <div class="field">
        <label for="hands-search">{t('desk.hands_search')}</label>
        <input
          id="hands-search"
          class="input"
          type="search"
          dir="auto"
          value={query.value}
          onInput={(event) => {
            query.value = event.currentTarget.value;
          }}
        />
      </div>
      <ul class="hands">
        {found.map((hand) => (
          <HandRow key={hand.id} hand={hand} onDone={onClose} />
        ))}
      </ul>
      <p class="aside" role="status">
        {found.length === 0 && t('desk.hands_none')}
      </p>
      {others.length > 0 && (
        <div class="aside">
          <p>{t('desk.hands_unnamed')}</p>
          <p>{others.map(({ place, n }) => t('desk.hands_of', { place, n })).join(' · ')}</p>
        </div>
      )}
      <DialogFailure />
    </Dialog>
  );
}

function HandRow({ hand, onDone }: { hand: Hand; onDone: () => void }) {
  const desk = useDesk();
  const { id, name, place, phone, present } = hand;
  const give = async () => {
    const answer = await desk.run('floor.Give', { participant: id });
    if (answer.ok) onDone();
  };
  const enqueue = async () => {
    const answer = await desk.run('floor.Ask', {}, null, id);
    if (answer.ok) onDone();
  };
  return (
    <li>
      <div class="hand-who">
        <b>
          <bdi>{name ?? t('desk.unknown_author')}</bdi>
        </b>
        <small>
          {place}
          {!present && ` · ${t('desk.hands_absent')}`}
        </small>
      </div>
      {!phone && (
        <Button look="quiet" icon="plus" onClick={() => void enqueue()}>
          {t('desk.hands_enqueue')}
          <span class="sr"> {name ?? place}</span>
        </Button>
      )}
      <Button icon="mic" onClick={() => void give()}>
        {t('desk.floor_give')}
        <span class="sr"> {name ?? place}</span>
      </Button>
    </li>
  );
}
