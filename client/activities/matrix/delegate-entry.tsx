import { useRef, useState } from 'preact/hooks';
import type { ContributionView, EndorsementView, OwnContribution } from '../../../server/domain/contributions/view.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { Endorse } from '../../contributions/delegate-endorse.tsx';
import { OwnContributionCard } from '../../contributions/delegate-own.tsx';
import { SaidInRoom } from '../../contributions/delegate-said.tsx';
import { Write } from '../../contributions/delegate-write.tsx';
import { useSession } from '../../delegate/session.ts';
import { nameOf, Waiting } from '../../delegate/waiting.tsx';
import { authorLine } from '../../lib/lists.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Said } from '../../ui/said.tsx';
import { configOf, type Entry, useMine } from './delegate-data.ts';

const FEW = 2;

interface EntryProps {
  entry: Entry;
  activity: ActivityView;
  canSend: boolean;
}

/** An entry with what speaks against it; one's own with what one can do about it. */
export function EntryView({ entry, activity, canSend }: EntryProps) {
  const session = useSession();
  const [contesting, setContesting] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const { id, view } = entry;
  const all = useMine(activity.id);
  const whole = new Set<string>([id, ...view.merged.map(({ item }) => item as string)]);
  const own = all.find((item) => item.id === id);
  const mine = all.some((item) => whole.has(item.id));
  const contest = all.find((item) => item.contests && item.status !== 'removed' && whole.has(item.parent ?? ''));
  const draft = `${activity.id}/${id}`;
  const started = session.drafts.value?.of(draft).text.value !== '';
  const stop = () => {
    setContesting(false);
    root.current?.focus();
  };
  const mayContest = configOf(activity).contests && !mine && !contest;
  return (
    <div ref={root} tabIndex={-1} class="entry-of">
      {own ? (
        <OwnContributionCard item={own} />
      ) : (
        <One
          entry={entry}
          activity={activity}
          canSend={canSend}
          mine={mine}
          contested={contest !== undefined}
          onContest={mayContest && canSend && !contesting && !started ? () => setContesting(true) : undefined}
        />
      )}
      <Contests ids={entry.contests} contest={contest} />
      <Waiting
        activity={activity.id}
        only={(waiting) => nameOf(waiting) === 'Contest' && (waiting.data as { item: string }).item === id}
      />
      {mayContest && (contesting || started) && (
        <Write
          draft={draft}
          label={t('matrix.contestLabel')}
          canSend={canSend}
          focused={contesting}
          seenIn={activity}
          hint={session.live.self.value?.endorsed.some((e) => e === id) ? t('matrix.takesBack') : undefined}
          onSend={async (text) => {
            await session.give('matrix.Contest', {
              activity: activity.id,
              item: id,
              text,
              writtenAt: session.live.now(),
            });
            stop();
          }}
          onCancel={() => {
            void session.drafts.value?.clear(draft);
            stop();
          }}
        />
      )}
    </div>
  );
}

interface OneProps extends EntryProps {
  /** A part of it is one's own. */
  mine: boolean;
  contested: boolean;
  onContest?: (() => void) | undefined;
}

function One({ entry: { id, view }, activity, canSend, mine, contested, onContest }: OneProps) {
  const { live, meeting } = useSession();
  const tally = live.value<EndorsementView>(`n/${id}`).value;
  if (!meeting.value) return null;
  const { who, where } = authorLine(meeting.value, view.by);
  const against = tally?.contests ?? 0;
  return (
    <article class="matrix-entry say">
      <SaidInRoom view={view} meeting={meeting.value} />
      <p class="from">
        <bdi>{[who, where].filter(Boolean).join(' · ')}</bdi>
        {mine && <span class="tag">{t('delegate.yours')}</span>}
        {view.ref && <span class="ref">{view.ref}</span>}
      </p>
      <div class="acts">
        {configOf(activity).endorsements && (
          <Endorse id={id} activity={activity} tally={tally} mine={mine || contested} canSend={canSend} />
        )}
        {onContest ? (
          <Button look="quiet" class={against > 0 ? 'contest against' : 'contest'} icon="unequal" onClick={onContest}>
            {t('matrix.contest')}
            {against > 0 && (
              <span class="num">
                <span class="sr">{t('matrix.contests', { n: against })}</span>
                <span aria-hidden="true">{against}</span>
              </span>
            )}
          </Button>
        ) : (
          against > 0 && (
            <span class="state bad">
              <Icon name="unequal" />
              {t('matrix.contests', { n: against })}
            </span>
          )
        )}
      </div>
    </article>
  );
}

/** Why people disagree, each in their own words; many are folded. */
function Contests({ ids, contest }: { ids: readonly string[]; contest: OwnContribution | undefined }) {
  const others = ids.filter((id) => id !== contest?.id).map((id) => <Contest key={id} id={id} />);
  return (
    <>
      {contest && <OwnContributionCard item={contest} />}
      {others.length > FEW ? (
        <details class="contests">
          <summary>{t('matrix.contests', { n: others.length })}</summary>
          {others}
        </details>
      ) : (
        others.length > 0 && <div class="contests">{others}</div>
      )}
    </>
  );
}

function Contest({ id }: { id: string }) {
  const { live, meeting } = useSession();
  const view = live.value<ContributionView>(`c/${id}`).value;
  if (!view || !meeting.value) return null;
  const { who, where } = authorLine(meeting.value, view.by);
  return (
    <article class="why">
      <p class="from">
        <strong>
          {t('matrix.objection')} · <bdi>{[who, where].filter(Boolean).join(' · ')}</bdi>
        </strong>
        {view.ref && <span class="ref">{view.ref}</span>}
      </p>
      <Said text={view.text} lang={view.lang} translations={view.translations} />
    </article>
  );
}
