import { useEffect } from 'preact/hooks';
import type { ActivityView } from '../../../server/domain/view.ts';
import { Ask, Status } from '../../delegate/ask.tsx';
import { useCanSend } from '../../delegate/can-send.ts';
import { useSession } from '../../delegate/session.ts';
import { nameOf, Waiting } from '../../delegate/waiting.tsx';
import { t } from '../../lib/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import './delegate.css';
import { OptionCard } from './delegate-option.tsx';
import { inOrder, withoutWithdrawn } from './delegate-plain.ts';
import { configOf, useVote, type VoteHere } from './delegate-vote.ts';
import { textsOfOptions } from './option-texts.ts';

/** A ballot on the phone: a few dots to put on options, and what came of it where that is shown. */
export function BallotForDelegate({ activity }: { activity: ActivityView }) {
  const canSend = useCanSend(activity);
  const vote = useVote(activity);
  const { count, state } = vote;
  const texts = textsOfOptions(useSession().live, vote.options);
  useVoteAgain(activity.id, vote);
  const ended = activity.status === 'closed' || (activity.status === 'closing' && !canSend);
  return (
    <article class="asked ballot">
      <Ask activity={activity} />
      <Status activity={activity} canSend={canSend} words={(status) => t(`ballot.status_${status}`)} />
      <Voters activity={activity} vote={vote} canSend={canSend} />
      <Waiting activity={activity.id} only={(entry) => nameOf(entry) !== 'Vote' || entry.rejection !== undefined} />
      <ul class="options-of">
        {inOrder(vote.options, count, ended).map((option) => (
          <OptionCard
            key={option.id}
            option={option}
            said={texts.get(option.id)}
            activity={activity}
            vote={vote}
            canSend={canSend}
          />
        ))}
      </ul>
      {(canSend || state !== 'none') && <Left vote={vote} canSend={canSend} />}
      <p class="soft">
        {count && t(`ballot.voted_${configOf(activity).voters}`, { n: count.voted })}{' '}
        {count?.results === null && activity.status !== 'planned' && t('ballot.resultsLater')}
      </p>
    </article>
  );
}

/** Whose the dots are, where that is not simply one's own. */
function Voters({ activity, vote, canSend }: { activity: ActivityView; vote: VoteHere; canSend: boolean }) {
  const { live } = useSession();
  if (configOf(activity).voters !== 'organisation') return null;
  const listed = live.self.value?.organisation != null;
  return (
    <Notice icon="building">
      <p>{t(listed ? 'ballot.oneEach' : 'ballot.oneEachAlone')}</p>
      {vote.own?.byColleague && vote.state === 'saved' && (
        <p role="status">
          <strong>{t('ballot.byColleague')}</strong> {canSend && t('ballot.byColleagueChange')}
        </p>
      )}
    </Notice>
  );
}

/** What is left to give and whether it is saved, always in sight. */
function Left({ vote, canSend }: { vote: VoteHere; canSend: boolean }) {
  const { outbox } = useSession();
  const { left, state } = vote;
  const kept = outbox.value?.durable.value ? 'phone' : 'page';
  return (
    <div class="left" role="status">
      {canSend && <strong>{t('ballot.left', { n: left })}</strong>}
      <span class={state === 'saved' ? 'state good' : 'state'}>
        {state !== 'none' && <Icon name={state === 'saved' ? 'check' : state === 'kept' ? 'phone' : 'wait'} />}
        {state === 'kept' ? t('delegate.waiting', { kept, net: 'offline' }) : t(`ballot.state_${state}`)}
      </span>
    </div>
  );
}

/** Where an option was withdrawn before the vote arrived, the rest of the vote is sent again by itself. */
function useVoteAgain(activity: string, { options }: VoteHere): void {
  const session = useSession();
  const refused = session.outbox.value?.entries.value.find(
    ({ type, data, rejection }) =>
      type === 'ballot.Vote' &&
      (data as { activity: string }).activity === activity &&
      rejection?.code === 'OPTION_WITHDRAWN',
  );
  const rest = refused && withoutWithdrawn(refused.data, options);
  useEffect(() => {
    if (rest) void session.choose('ballot.Vote', rest);
  }, [refused?.id, Boolean(rest)]);
}
