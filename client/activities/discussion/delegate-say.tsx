import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { DiscussionConfig } from '../../../server/domain/activities/discussion/schema.ts';
import type { ContributionView, EndorsementView } from '../../../server/domain/contributions/view.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { Endorse } from '../../contributions/delegate-endorse.tsx';
import { SaidInRoom } from '../../contributions/delegate-said.tsx';
import { Write } from '../../contributions/delegate-write.tsx';
import { useSession } from '../../delegate/session.ts';
import { authorLine } from '../../lib/lists.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';

interface SayProps {
  id: string;
  replies: readonly string[];
  activity: ActivityView;
  canSend: boolean;
}

const FEW = 2;

const configOf = (activity: ActivityView): DiscussionConfig => activity.config as unknown as DiscussionConfig;

/** A contribution of the room with its replies. */
export function Say({ id, replies, activity, canSend }: SayProps) {
  const session = useSession();
  const [replying, setReplying] = useState(false);
  const thread = useRef<HTMLDivElement>(null);
  const config = configOf(activity);
  const stopReplying = () => {
    setReplying(false);
    thread.current?.focus();
  };
  const draft = `${activity.id}/${id}`;
  const started = session.drafts.value?.of(draft).text.value !== '';
  const answers = replies.map((reply) => <One key={reply} id={reply} activity={activity} canSend={canSend} isReply />);
  return (
    <div ref={thread} tabIndex={-1} class="thread">
      <One id={id} activity={activity} canSend={canSend}>
        {config.replies && canSend && !replying && !started && (
          <Button look="quiet" icon="reply" onClick={() => setReplying(true)}>
            {t('delegate.reply')}
          </Button>
        )}
      </One>
      {replies.length > 0 && replies.length <= FEW && <div class="replies">{answers}</div>}
      {replies.length > FEW && (
        <details class="replies">
          <summary>{t('common.replies', { n: replies.length })}</summary>
          {answers}
        </details>
      )}
      {(replying || started) && (
        <Write
          draft={draft}
          label={t('delegate.replyLabel')}
          canSend={canSend && config.replies}
          focused={replying}
          seenIn={activity}
          onSend={async (text) => {
            await session.give(`${activity.kind}.Contribute`, {
              activity: activity.id,
              parent: id,
              text,
              writtenAt: session.live.now(),
            });
            stopReplying();
          }}
          onCancel={() => {
            void session.drafts.value?.clear(draft);
            stopReplying();
          }}
        />
      )}
    </div>
  );
}

interface OneProps {
  id: string;
  activity: ActivityView;
  canSend: boolean;
  isReply?: boolean;
  children?: ComponentChildren;
}

/** One text: who, its reference, the text in my language, how many endorse it. */
function One({ id, activity, canSend, isReply = false, children }: OneProps) {
  const { live, meeting } = useSession();
  const view = live.value<ContributionView>(`c/${id}`).value;
  const tally = live.value<EndorsementView>(`n/${id}`).value;
  if (!view || !meeting.value) return null;
  const { who, where } = authorLine(meeting.value, view.by);
  const own = new Set(live.self.value?.items.map((item) => item.id as string));
  const mine = own.has(id) || view.merged.some((part) => own.has(part.item));
  return (
    <article class={isReply ? 'say reply' : view.pinned ? 'say pinned' : 'say'}>
      <header class="row">
        <p class="who">
          <strong>
            <bdi>{who}</bdi>
          </strong>
          {where && (
            <span class="soft">
              <bdi>{where}</bdi>
            </span>
          )}
          {mine && <span class="tag">{t('delegate.yours')}</span>}
        </p>
        {view.ref && <span class="ref">{view.ref}</span>}
      </header>
      <SaidInRoom view={view} meeting={meeting.value} />
      <div class="acts">
        {configOf(activity).endorsements && (
          <Endorse id={id} activity={activity} tally={tally} mine={mine} canSend={canSend} />
        )}
        {children}
      </div>
    </article>
  );
}
