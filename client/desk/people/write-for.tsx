import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { ActivityId } from '../../../server/domain/ids.ts';
import type { ActivityView, MeetingView } from '../../../server/domain/view.ts';
import { deskKinds } from '../../activities/desk.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import type { Live } from '../../lib/live.ts';
import { localized, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';
import { promptOf } from '../kind.ts';
import { activityTitles } from '../shown-activity.ts';
import type { Person } from './people-list.ts';

interface WriteForProps {
  readonly person: Person;
  readonly meeting: MeetingView;
  readonly onClose: () => void;
}

/** In the place of somebody without a phone: what they say, endorse and vote for in what is open now, and the floor. */
export function WriteFor({ person, meeting, onClose }: WriteForProps) {
  const desk = useDesk();
  const { live } = desk;
  const chosen = useSignal<ActivityId | null>(null);
  const said = useSignal('');
  const titles = new Map(useMemo(() => activityTitles(live), [live]).value.map(({ id, title }) => [id, title]));
  const open = openActivities(live);
  const activity = open.find(({ id }) => id === chosen.value) ?? open[0];
  const name = person.name ?? t('desk.unknown_author');
  const props = activity && {
    person,
    meeting,
    activity,
    onSaid: (words: string) => (said.value = words),
  };
  const Form = activity && deskKinds[activity.kind]?.ForPerson;
  return (
    <Dialog
      class="carry-dialog"
      title={t('order.write_for_title', { name })}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('desk.close_dialog')}</Button>}
    >
      <p class="aside">{t('order.write_for_hint', { name })}</p>
      <Floor person={person} />
      {open.length === 0 && <p>{t('order.nothing_open')}</p>}
      {open.length > 1 && (
        <div class="field">
          <label for="write-activity">{t('order.write_in')}</label>
          <select
            id="write-activity"
            class="input"
            value={activity?.id}
            onChange={(event) => (chosen.value = event.currentTarget.value as ActivityId)}
          >
            {open.map(({ id }) => (
              <option key={id} value={id}>
                {titles.get(id) ?? id}
              </option>
            ))}
          </select>
        </div>
      )}
      {props && <p class="prompt-for">{localized(promptOf(props.activity))}</p>}
      <p role="status" class="said-line">
        {said.value}
      </p>
      <DialogFailure />
      {Form && props && <Form key={props.activity.id} {...props} />}
    </Dialog>
  );
}

/** In what something can be done for them now: what is open, or in the grace of its closing. */
const openActivities = (live: Live): ActivityView[] =>
  live
    .keys('a/')
    .value.flatMap((key) => live.value<ActivityView>(key).value ?? [])
    .filter(({ kind, status }) => deskKinds[kind]?.ForPerson && (status === 'open' || status === 'closing'))
    .sort((a, b) => Number(a.status === 'closing') - Number(b.status === 'closing'));

function Floor({ person }: { person: Person }) {
  const desk = useDesk();
  const { id, atFloor } = person;
  if (atFloor === 'speaks') return <p>{t('order.at_floor_speaks')}</p>;
  return (
    <div class="floor-for">
      {atFloor && <p>{t('order.at_floor_asks')}</p>}
      <Button icon="mic" onClick={() => void desk.run(atFloor ? 'floor.Withdraw' : 'floor.Ask', {}, null, id)}>
        {t(atFloor ? 'order.floor_withdraw' : 'order.floor_ask')}
      </Button>
    </div>
  );
}
