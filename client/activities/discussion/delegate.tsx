import { useComputed } from '@preact/signals';
import type { OwnContribution } from '../../../server/domain/contributions/view.ts';
import type { ActivityView, AgendaView } from '../../../server/domain/view.ts';
import { Announcer } from '../../contributions/delegate-announcer.tsx';
import { configOf, useCanSend } from '../../contributions/delegate-config.ts';
import { OwnContributionCard } from '../../contributions/delegate-own.tsx';
import { Room } from '../../contributions/delegate-room.tsx';
import { Write } from '../../contributions/delegate-write.tsx';
import { useSession } from '../../delegate/session.ts';
import { Waiting } from '../../delegate/waiting.tsx';
import { placeOf } from '../../lib/agenda.ts';
import { localized, rich, t } from '../../lib/words.ts';
import { Notice } from '../../ui/notice.tsx';
import { Timer } from '../../ui/timer.tsx';

/** A discussion on the phone: the prompt, the box to write in, what I sent, what the room says. */
export function DiscussionForDelegate({ activity }: { activity: ActivityView }) {
  const session = useSession();
  const agenda = session.live.value<AgendaView>('agenda').value;
  const config = configOf(activity);
  const place = agenda ? placeOf(agenda, activity.id) : null;
  const canSend = useCanSend(activity);
  const draft = session.drafts.value?.of(activity.id);
  const send = (text: string) =>
    session.give('discussion.Contribute', { activity: activity.id, text, writtenAt: session.live.now() });
  return (
    <article class="discussion">
      <header class="ask">
        <p class="over">
          <span>
            {place &&
              rich('delegate.question', {
                n: <span class="num">{place.n}</span>,
                of: <span class="num">{place.of}</span>,
              })}
          </span>
          <Timer activity={activity} now={() => session.live.now()} />
        </p>
        <h1>{localized(config.prompt)}</h1>
        {config.help && <p class="help">{localized(config.help)}</p>}
      </header>
      <Status activity={activity} canSend={canSend} />
      {(canSend || activity.status !== 'closed' || (draft && draft.text.value !== '')) && (
        <Write draft={activity.id} label={t('delegate.write')} onSend={send} canSend={canSend} showsAuthor />
      )}
      <Announcer activity={activity.id} />
      <Waiting activity={activity.id} />
      <Own activity={activity.id} />
      <Room activity={activity} canSend={canSend} />
    </article>
  );
}

/** What a delegate has to know of the state of the activity, when it is not simply open. */
function Status({ activity, canSend }: { activity: ActivityView; canSend: boolean }) {
  const status = activity.status === 'closing' && !canSend ? 'closed' : activity.status;
  if (status === 'open') return null;
  return (
    <Notice tone={status === 'closing' ? 'attention' : 'plain'} icon={status === 'paused' ? 'pause' : 'clock'} announce>
      {t(`delegate.status_${status}`)}
    </Notice>
  );
}

/** My newest contribution to this activity; the earlier ones folded under it. */
function Own({ activity }: { activity: string }) {
  const { live } = useSession();
  const mine = useComputed(() => {
    const items = (live.self.value?.items ?? []) as readonly OwnContribution[];
    return items.filter((item) => item.activity === activity && item.parent === null).reverse();
  });
  const [last, ...earlier] = mine.value;
  if (!last) return null;
  return (
    <section class="own-section" aria-label={t('delegate.ownSection')}>
      <OwnContributionCard item={last} heading={t('delegate.ownLast')} />
      {earlier.length > 0 && (
        <details>
          <summary>{t('delegate.ownEarlier', { n: earlier.length })}</summary>
          {earlier.map((item) => (
            <OwnContributionCard key={item.id} item={item} />
          ))}
        </details>
      )}
    </section>
  );
}
