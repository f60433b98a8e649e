import type { ActivityView } from '../../server/domain/view.ts';
import { delegateActivities } from '../activities/delegate.tsx';
import { OnDemand } from '../lib/on-demand.ts';
import { localized, t } from '../lib/words.ts';
import { Icon } from '../ui/icon.tsx';
import { Ask, askedIn } from './ask.tsx';
import { Fetched } from './fetched.tsx';
import { useSession } from './session.ts';

/** Whether an activity is a text to be read. */
export const isReading = ({ kind }: ActivityView): boolean => delegateActivities[kind]?.reading === true;

/** An activity as its kind shows it. */
export function Activity({ activity }: { activity: ActivityView }) {
  const View = delegateActivities[activity.kind]?.View;
  if (!View) return null;
  if (!(View instanceof OnDemand)) return <View activity={activity} />;
  // What is asked stands there at once.
  return (
    <Fetched key={activity.id} part={View} with={{ activity }} head={<Ask activity={activity} />} class="discussion" />
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
