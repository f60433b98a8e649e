import type { ActivityView, AgendaView } from '../../server/domain/view.ts';
import { delegateKinds } from '../activities/delegate.ts';
import { placeOf } from '../lib/agenda.ts';
import { OnDemand } from '../lib/on-demand.ts';
import { localized, t } from '../lib/words.ts';
import { Icon } from '../ui/icon.tsx';
import { Ask, askedIn, PlaceAmongQuestions } from './ask.tsx';
import { Fetched } from './fetched.tsx';
import { useSession } from './session.ts';

/** Whether an activity is a text to be read. */
export const isReading = ({ kind }: ActivityView): boolean => delegateKinds[kind]?.reading === true;

/** Where an activity stands among the questions; null where it is none, but a text to be read. */
export function usePlace(activity: ActivityView): { n: number; of: number } | null {
  const { live } = useSession();
  const agenda = live.value<AgendaView>('agenda').value;
  if (!agenda || isReading(activity)) return null;
  return placeOf(agenda, activity.id, (id) => {
    const other = live.value<ActivityView>(`a/${id}`).value;
    return other !== undefined && !isReading(other);
  });
}

/** An activity as its kind shows it. */
export function Activity({ activity }: { activity: ActivityView }) {
  const place = usePlace(activity);
  const View = delegateKinds[activity.kind]?.View;
  if (!View) return null;
  return (
    <PlaceAmongQuestions.Provider value={place}>
      {View instanceof OnDemand ? (
        // What is asked stands there at once.
        <Fetched key={activity.id} part={View} with={{ activity }} head={<Ask activity={activity} />} class="asked" />
      ) : (
        <View activity={activity} />
      )}
    </PlaceAmongQuestions.Provider>
  );
}

/** A text to be read, beside what is asked: its title, and the way to it. */
export function ReadingCard({ activity }: { activity: ActivityView }) {
  const { lookingAt } = useSession();
  const { prompt, help } = askedIn(activity);
  return (
    <section class="reading-card">
      <p class="over">{t('delegate.reading')}</p>
      <h2>{localized(prompt)}</h2>
      {help && <p class="help">{localized(help)}</p>}
      <button
        type="button"
        class="btn"
        onClick={() => {
          lookingAt.value = activity.id;
          scrollTo(0, 0);
        }}
      >
        {t('delegate.read')}
        <Icon name="next" />
      </button>
    </section>
  );
}
