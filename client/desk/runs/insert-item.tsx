import { useSignal } from '@preact/signals';
import type { Label } from '../../../server/domain/text.ts';
import type { AgendaView, MeetingView } from '../../../server/domain/view.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import { formatDay, localized, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';
import { LabelFields, saysSomething } from '../label-fields.tsx';
import { isWhole } from '../settings-dialog.tsx';
import { freePlaces, type Place } from './places.ts';

type Type = AgendaView['items'][number]['type'];

const types: readonly Type[] = ['break', 'speech', 'session', 'visit', 'welcome', 'closing', 'overnight'];

interface InsertProps {
  readonly meeting: MeetingView;
  readonly agenda: AgendaView;
  readonly dates: readonly string[];
  readonly onClose: () => void;
}

const nameOf = ({ after, date }: Place): string => `${date}/${after ?? ''}`;

/** A new item: what it is called in one language at least, how long it takes, and where it stands. */
export function InsertItemDialog({ meeting, agenda, dates, onClose }: InsertProps) {
  const desk = useDesk();
  const label = useSignal<Label>({});
  const type = useSignal<Type>('break');
  const minutes = useSignal('15');
  const places = freePlaces(agenda, dates);
  const seen = desk.viewed.value ?? agenda.current;
  const behind = (id: string | null) => places.find(({ after }) => after !== null && after === id);
  const first = behind(seen) ?? behind(agenda.current) ?? places[0];
  const chosen = useSignal(first ? nameOf(first) : '');
  const place = places.find((one) => nameOf(one) === chosen.value) ?? places[0];
  const length = Number(minutes.value);
  const ready = saysSomething(label.value) && isWhole(length, 1440) && place !== undefined;
  const insert = async () => {
    if (!ready) return;
    const data = { ...place, type: type.value, minutes: length, label: label.value };
    const answer = await desk.run('agenda.Insert', data);
    if (answer.ok) onClose();
  };
  const placeWords = ({ after, date }: Place): string => {
    const before = agenda.items.find(({ id }) => id === after);
    const day = formatDay(date);
    return before ? t('desk.runs_after', { day, title: localized(before.title) }) : t('desk.runs_first_of', { day });
  };
  return (
    <Dialog
      class="insert-dialog"
      title={t('desk.runs_insert_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="plus" aria-disabled={!ready} onClick={() => void insert()}>
            {t('desk.runs_insert')}
          </Button>
        </>
      }
    >
      <LabelFields id="insert" label={label} among={meeting.languages} onEnter={() => void insert()} />
      <p class="aside">{t('desk.runs_insert_hint')}</p>
      <div class="pair">
        <div class="field">
          <label for="insert-type">{t('desk.runs_type')}</label>
          <select
            id="insert-type"
            class="input"
            value={type.value}
            onChange={(event) => {
              type.value = event.currentTarget.value as Type;
            }}
          >
            {types.map((one) => (
              <option key={one} value={one}>
                {t(`desk.type_${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="insert-minutes">{t('desk.set_minutes')}</label>
          <input
            id="insert-minutes"
            class="input"
            type="number"
            min={1}
            max={1440}
            step={1}
            aria-invalid={!isWhole(length, 1440)}
            value={minutes.value}
            onInput={(event) => {
              minutes.value = event.currentTarget.value;
            }}
          />
        </div>
      </div>
      <div class="field">
        <label for="insert-place">{t('desk.runs_where')}</label>
        <select
          id="insert-place"
          class="input"
          value={place ? nameOf(place) : ''}
          onChange={(event) => {
            chosen.value = event.currentTarget.value;
          }}
        >
          {places.map((one) => (
            <option key={nameOf(one)} value={nameOf(one)}>
              {placeWords(one)}
            </option>
          ))}
        </select>
      </div>
      <DialogFailure />
    </Dialog>
  );
}
