import { useSignal } from '@preact/signals';
import type { ParticipantId } from '../../../server/domain/ids.ts';
import type { AttendanceView } from '../../../server/domain/parts/attendance.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { formatDay, formatNumber, lang, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { useDesk } from '../desk.ts';
import { SearchField } from '../search-field.tsx';
import { AddPerson } from './add-person.tsx';
import { Again } from './again.tsx';
import { AssignPerson } from './assign-person.tsx';
import { chosenPeople, countsOf, type Person, type Which, whiches } from './people-list.ts';
import { PersonRow } from './person-row.tsx';
import { WriteFor } from './write-for.tsx';

/** Rows drawn at first; more at a press. */
const PAGE = 80;

type Asked = { readonly kind: 'add' } | { readonly kind: 'assign' | 'write'; readonly id: ParticipantId };

/** Those who have joined: looked for, noted as there or gone, put where they belong, written for. */
export function Participants({ meeting, people }: { meeting: MeetingView; people: readonly Person[] }) {
  const query = useSignal('');
  const which = useSignal<Which>('all');
  const most = useSignal(PAGE);
  const asked = useSignal<Asked | null>(null);
  const said = useSignal('');
  const counts = countsOf(people);
  const { compare } = new Intl.Collator(lang.value);
  const shown = chosenPeople(people, { query: query.value, which: which.value }, compare);
  const close = () => (asked.value = null);
  const now = asked.value;
  const about = now && now.kind !== 'add' ? people.find(({ id }) => id === now.id) : undefined;
  return (
    <>
      <Attendance />
      <Again people={people} />
      <div class="people-tools">
        <SearchField id="people-search" query={query} />
        <Button icon="plus" onClick={() => (asked.value = { kind: 'add' })}>
          {t('order.person_add')}
        </Button>
      </div>
      <fieldset class="seg">
        <legend class="sr">{t('order.people_which')}</legend>
        {whiches.map((name) => (
          <button key={name} type="button" aria-pressed={which.value === name} onClick={() => (which.value = name)}>
            {t(`order.people_${name}`, { n: formatNumber(counts[name]) })}
          </button>
        ))}
      </fieldset>
      <p class="sr" role="status">
        {t('order.people_found', { n: shown.length })}
      </p>
      <p class="said-line" role="status">
        {said.value}
      </p>
      {shown.length === 0 && <p class="empty">{t(people.length === 0 ? 'desk.room_empty' : 'order.people_none')}</p>}
      <ul class="persons">
        {shown.slice(0, most.value).map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            meeting={meeting}
            onAssign={() => (asked.value = { kind: 'assign', id: person.id })}
            onWrite={() => (asked.value = { kind: 'write', id: person.id })}
          />
        ))}
      </ul>
      {shown.length > most.value && (
        <Button look="quiet" icon="down" onClick={() => (most.value += PAGE)}>
          {t('desk.show_more')}
        </Button>
      )}
      {now?.kind === 'add' && (
        <AddPerson
          meeting={meeting}
          onAdded={(name) => {
            said.value = t('order.person_added', { name });
            query.value = '';
            which.value = 'all';
          }}
          onClose={close}
        />
      )}
      {now?.kind === 'assign' && about && <AssignPerson person={about} meeting={meeting} onClose={close} />}
      {now?.kind === 'write' && about && <WriteFor person={about} meeting={meeting} onClose={close} />}
    </>
  );
}

/** How many are there, and how many were in each half-day. */
function Attendance() {
  const attendance = useDesk().live.value<AttendanceView>('attendance').value;
  if (!attendance) return null;
  const halves = Object.entries(attendance.halves).sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <dl class="counts halves">
      <div>
        <dt>{t('order.present_now')}</dt>
        <dd class="num">{formatNumber(attendance.present)}</dd>
      </div>
      {halves.map(([half, n]) => {
        const [date = '', part = 'am'] = half.split('/');
        return (
          <div key={half}>
            <dt>{t(`order.half_${part}`, { day: formatDay(date) })}</dt>
            <dd class="num">{formatNumber(n)}</dd>
          </div>
        );
      })}
    </dl>
  );
}
