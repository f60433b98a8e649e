import { useComputed } from '@preact/signals';
import type { OwnContribution } from '../../../server/domain/contributions/view.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { Announcer } from '../../contributions/delegate-announcer.tsx';
import { OwnContributionCard } from '../../contributions/delegate-own.tsx';
import { Write } from '../../contributions/delegate-write.tsx';
import { Ask, Status } from '../../delegate/ask.tsx';
import { useCanSend } from '../../delegate/can-send.ts';
import { useSession } from '../../delegate/session.ts';
import { Waiting } from '../../delegate/waiting.tsx';
import { t } from '../../lib/words.ts';
import { Room } from './delegate-room.tsx';

/** A discussion on the phone: the prompt, the box to write in, what I sent, what the room says. */
export function DiscussionForDelegate({ activity }: { activity: ActivityView }) {
  const session = useSession();
  const canSend = useCanSend(activity);
  const draft = session.drafts.value?.of(activity.id);
  const send = (text: string) =>
    session.give('discussion.Contribute', { activity: activity.id, text, writtenAt: session.live.now() });
  return (
    <article class="asked">
      <Ask activity={activity} />
      <Status activity={activity} canSend={canSend} words={(status) => t(`delegate.status_${status}`)} />
      {(canSend || activity.status !== 'closed' || (draft && draft.text.value !== '')) && (
        <Write draft={activity.id} label={t('delegate.write')} onSend={send} canSend={canSend} seenIn={activity} />
      )}
      <Announcer activity={activity.id} />
      <Waiting activity={activity.id} />
      <Own activity={activity.id} />
      <Room activity={activity} canSend={canSend} />
    </article>
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
