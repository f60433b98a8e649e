import { useSignal } from '@preact/signals';
import type { EndorsementView } from '../../server/domain/contributions/view.ts';
import type { ActivityView, MeetingView } from '../../server/domain/view.ts';
import { useDesk } from '../desk/desk.ts';
import { Emphasis } from '../desk/emphasis.tsx';
import { languageName } from '../lib/languages.ts';
import { formatTime, t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Said } from '../ui/said.tsx';
import { authorAtDesk } from './desk-author.ts';
import type { DialogOf } from './desk-dialogs.tsx';
import { isOfDocument, missingIn, type Row, type Tab } from './desk-list.ts';
import { RowActions } from './desk-row-actions.tsx';

/** A row either starts a merge, or is a possible target of one that has started. */
type MergeState =
  | { readonly start: (() => void) | undefined }
  | { readonly from: Row; readonly possible: boolean; choose(): void; cancel(): void };

export interface RowProps {
  readonly row: Row;
  readonly reply: boolean;
  readonly orphan: boolean;
  readonly tab: Tab;
  readonly meeting: MeetingView;
  readonly activity: ActivityView;
  /** The place that it stands in, where the list holds several. */
  readonly where?: string | undefined;
  readonly merge: MergeState;
  readonly onDialog: (dialog: DialogOf) => void;
}

/** One contribution or reply: whose, what, how many endorse it, and what may be done to it. */
export function RowView(props: RowProps) {
  const { row, reply, orphan, tab, meeting, merge, where } = props;
  const { view } = row;
  const more = useSignal(false);
  const author = authorAtDesk(view.by, meeting);
  const source = 'from' in merge && merge.from.id === row.id;
  const classes = ['item', view.pinned && 'pin', reply && 'reply', source && 'source'].filter(Boolean).join(' ');
  const missing = tab === 'translate' ? missingIn(view, meeting.languages) : [];
  return (
    <article class={classes} aria-labelledby={`who-${row.id}`}>
      <div class="who" id={`who-${row.id}`}>
        <b>
          <bdi>{author.name}</bdi>
        </b>
        {author.from && (
          <span class="from" title={author.from}>
            {author.from}
          </span>
        )}
        <span class="refline">
          {view.ref && <span class="ref">{view.ref}</span>}
          {view.ref && view.at !== null && ' · '}
          {view.at !== null && <span class="ref">{formatTime(view.at)}</span>}
        </span>
        {view.behalf && (
          <span class="behalf">
            <Icon name="edit" />
            {t('order.behalf')}
          </span>
        )}
        {view.pinned && (
          <span class="pinned">
            <Icon name="pin" />
            {t('desk.pinned_mark')}
          </span>
        )}
      </div>
      <div class="what">
        {where && <p class="place">{where}</p>}
        {view.contests && (
          <p class="contest">
            <span class="unequal" aria-hidden="true">
              ≠
            </span>{' '}
            {t(orphan ? 'desk.contest_of_gone' : 'desk.contest')}
          </p>
        )}
        {orphan && !view.contests && <p class="aside">{t('desk.reply_to_gone')}</p>}
        <Said text={view.text} lang={view.lang} translations={view.translations} ours={isOfDocument(view)} />
        {view.merged.length > 0 && (
          <p class="aside">
            {t('desk.merged_with')}{' '}
            {view.merged.map((part, i) => (
              <span key={part.item}>
                {i > 0 && ' · '}
                <span class="ref">{part.ref}</span> <bdi>{authorAtDesk(part.by, meeting).name}</bdi>
              </span>
            ))}
          </p>
        )}
        {missing.length > 0 && (
          <p class="pend">
            <Icon name="translate" />
            {t('desk.not_translated', { langs: missing.map(languageName).join(' · ') })}
          </p>
        )}
        {view.hidden && <HiddenNote hidden={view.hidden} />}
        {view.status === 'late' && (
          <p class="pend">
            <Icon name="late" />
            {t('desk.late_note')}
          </p>
        )}
        <div class="line">
          <RowActions {...props} more={more} />
          {view.status !== 'late' && <Endorsements id={row.id} />}
        </div>
      </div>
    </article>
  );
}

function HiddenNote({ hidden }: { hidden: NonNullable<Row['view']['hidden']> }) {
  return (
    <p class="pend">
      <Icon name="hide" />
      <span>
        {t('desk.hidden_because', { reason: t(`reasons.hide_${hidden.reason}`) })}
        {hidden.note && <q>{hidden.note}</q>}
      </span>
    </p>
  );
}

function Endorsements({ id }: { id: string }) {
  const { live } = useDesk();
  const endorsed = live.value<EndorsementView>(`n/${id}`).value;
  if (!endorsed) return null;
  const { n, contests = 0 } = endorsed;
  return (
    <span class="cnt">
      {n > 0 && <Emphasis text={t('desk.endorsed_by', { n })} />}
      {n > 0 && contests > 0 && ' · '}
      {contests > 0 && (
        <span class="against">
          <Emphasis text={t('desk.contested_by', { n: contests })} />
        </span>
      )}
      {endorsed.earlier > 0 && <small>{t('desk.endorsed_earlier', { n: endorsed.earlier })}</small>}
    </span>
  );
}

/** The button that opens a second line of actions in the row itself, so that nothing is covered. */
export function MoreButton({ open, label, onClick }: { open: boolean; label: string; onClick: () => void }) {
  return (
    <Button look="quiet" class="moreof" icon={open ? 'up' : 'more'} aria-expanded={open} onClick={onClick}>
      {t(open ? 'desk.less' : 'desk.more')}
      <span class="sr">{label}</span>
    </Button>
  );
}
