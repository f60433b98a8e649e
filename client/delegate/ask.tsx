import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Localized } from '../../server/domain/text.ts';
import type { ActivityView } from '../../server/domain/view.ts';
import { localized, rich, t } from '../lib/words.ts';
import { Notice } from '../ui/notice.tsx';
import { Timer } from '../ui/timer.tsx';
import { useSession } from './session.ts';

/** What the head of every kind of activity says; each kind's configuration has it. */
export interface Asked {
  readonly prompt: Localized;
  readonly help?: Localized;
}

export const askedIn = (activity: ActivityView): Asked => activity.config as unknown as Asked;

/** Where the activity around stands among the questions; null where it is none: what is to be read. */
export const PlaceAmongQuestions = createContext<{ n: number; of: number } | null>(null);

/** What is asked, its place among the questions, the time left. */
export function Ask({ activity }: { activity: ActivityView }) {
  const { live } = useSession();
  const { prompt, help } = askedIn(activity);
  const place = useContext(PlaceAmongQuestions);
  return (
    <header class="ask">
      <p class="over">
        <span>
          {place
            ? rich('delegate.question', {
                n: <span class="num">{place.n}</span>,
                of: <span class="num">{place.of}</span>,
              })
            : t('delegate.reading')}
        </span>
        <Timer activity={activity} now={() => live.now()} />
      </p>
      <h1>{localized(prompt)}</h1>
      {help && <p class="help">{localized(help)}</p>}
    </header>
  );
}

/**
 * What a delegate has to know of the state of the activity, when it is not simply open: the words under `words`, one for
 * each state.
 */
export function Status(props: { activity: ActivityView; canSend: boolean; words: (status: string) => string }) {
  const { activity, canSend, words } = props;
  const status = activity.status === 'closing' && !canSend ? 'closed' : activity.status;
  if (status === 'open') return null;
  return (
    <Notice tone={status === 'closing' ? 'attention' : 'plain'} icon={status === 'paused' ? 'pause' : 'clock'} announce>
      {words(status)}
    </Notice>
  );
}
