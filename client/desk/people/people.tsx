import './people.css';
import { useSignal } from '@preact/signals';
import type { MeetingView } from '../../../server/domain/view.ts';
import { t } from '../../lib/words.ts';
import { useDesk } from '../desk.ts';
import { Entries } from './entries.tsx';
import { everybody } from './everybody.ts';
import { Participants } from './participants.tsx';

const parts = ['participants', 'organisations', 'cities'] as const;

/** Who takes part, and the lists of organisations and cities that they belong to. */
export function People() {
  const { live } = useDesk();
  const part = useSignal<(typeof parts)[number]>('participants');
  const meeting = live.value<MeetingView>('meeting').value;
  if (!meeting) return null;
  const people = everybody(live, meeting);
  const shown = part.value;
  return (
    <div class="everybody">
      <header class="view-head">
        <h2>{t('order.people_title')}</h2>
        <fieldset class="seg">
          <legend class="sr">{t('order.people_parts')}</legend>
          {parts.map((name) => (
            <button key={name} type="button" aria-pressed={shown === name} onClick={() => (part.value = name)}>
              {t(`order.people_${name}`)}
            </button>
          ))}
        </fieldset>
      </header>
      {shown === 'participants' ? (
        <Participants meeting={meeting} people={people} />
      ) : (
        <Entries key={shown} list={shown} meeting={meeting} people={people} />
      )}
    </div>
  );
}
