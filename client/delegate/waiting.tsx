import { useState } from 'preact/hooks';
import type { OutboxEntry } from '../lib/outbox.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { rejectionWords } from '../ui/notice.tsx';
import { Text } from '../ui/said.tsx';
import { useSession } from './session.ts';

interface Data {
  readonly activity?: string;
  readonly item?: string;
  readonly parent?: string;
  readonly row?: string;
  readonly column?: string;
  readonly text?: string;
}

interface WaitingProps {
  /** Null: what belongs to none. */
  activity: string | null;
  /** Of those, only these: others have a place of their own on the page. */
  only?: (entry: OutboxEntry) => boolean;
}

/** What waits to be sent for an activity, or was refused. */
export function Waiting({ activity, only = () => true }: WaitingProps) {
  const { outbox } = useSession();
  const all = outbox.value?.entries.value ?? [];
  const here = all.filter(
    (entry) => ((entry.data as Data).activity ?? null) === activity && worthShowing(entry) && only(entry),
  );
  if (here.length === 0) return null;
  return (
    <section class="waiting-section" aria-label={t('delegate.waitingSection')}>
      {here.map((entry) => (
        <WaitingCard key={entry.id} entry={entry} />
      ))}
    </section>
  );
}

/**
 * The same for activities that the page does not show any more: whoever was away while the room went on must learn what
 * became of their text without looking for it.
 */
export function WaitingElsewhere({ shown }: { shown: readonly string[] }) {
  const { outbox } = useSession();
  const all = outbox.value?.entries.value ?? [];
  const others = new Set(
    all.flatMap((entry) => (entry.data as Data).activity ?? []).filter((id) => !shown.includes(id)),
  );
  return [...others].map((id) => <Waiting key={id} activity={id} />);
}

/** The command without its kind: `Contribute` of `matrix.Contribute`. */
export const nameOf = ({ type }: OutboxEntry): string => type.replace(/^.*\./, '');

/** Texts, votes and withdrawals always; what is smaller (an endorsement, a mark) only where it was refused. */
const worthShowing = (entry: OutboxEntry): boolean =>
  entry.rejection !== undefined ||
  (entry.data as Data).text !== undefined ||
  ['Withdraw', 'Vote'].includes(nameOf(entry));

function WaitingCard({ entry }: { entry: OutboxEntry }) {
  const { outbox, drafts, live } = useSession();
  const [discarding, setDiscarding] = useState(false);
  const data = entry.data as Data;
  const name = nameOf(entry);
  const sending = outbox.value?.sending.value === entry.id || outbox.value?.accepted.value.has(entry.id) === true;
  // Under what is no longer there, nothing can be written.
  const under = name === 'Contest' ? data.item : data.parent;
  const hasPlace = under === undefined || live.value(`c/${under}`).value !== undefined;
  const heading = t(`delegate.sent_${name === 'Contribute' && data.parent ? 'Reply' : name}`);
  const back = async () => {
    if (!(await outbox.value?.take(entry.id)) || data.text === undefined) return;
    const key = draftKey(name, data);
    const typed = drafts.value?.of(key).text.value ?? '';
    drafts.value?.set(key, typed.trim() === '' ? data.text : `${data.text}\n\n${typed}`);
  };
  return (
    <article class={entry.rejection ? 'card refused' : 'card queued'}>
      <header class="row">
        <h2>{heading}</h2>
      </header>
      {data.text !== undefined && <Text text={data.text} lang="und" class="said-text" />}
      <p role="status">
        <WaitingState entry={entry} sending={sending} />
      </p>
      <div class="acts">
        {data.text !== undefined && hasPlace && (entry.rejection || (!entry.tried && live.state.value !== 'live')) && (
          <Button look="quiet" icon="edit" onClick={() => void back()}>
            {t('delegate.backToDraft')}
          </Button>
        )}
        {entry.rejection && (
          <Button
            look="quiet"
            icon="close"
            onClick={() => (data.text === undefined ? void outbox.value?.take(entry.id) : setDiscarding(true))}
          >
            {t(data.text === undefined ? 'delegate.understood' : 'delegate.discard')}
          </Button>
        )}
      </div>
      {discarding && (
        <Dialog
          title={t('delegate.discardTitle')}
          onClose={() => setDiscarding(false)}
          actions={
            <>
              <Button onClick={() => setDiscarding(false)}>{t('common.cancel')}</Button>
              <Button look="danger" icon="remove" onClick={() => void outbox.value?.take(entry.id)}>
                {t('delegate.discard')}
              </Button>
            </>
          }
        >
          <p>{t('delegate.discardText')}</p>
        </Dialog>
      )}
    </article>
  );
}

/** Where a text goes back to when its author takes it up again: the key of the draft that it was. */
function draftKey(name: string, { activity = '', item, parent, row, column }: Data): string {
  if (name === 'Edit') return `edit/${item}`;
  if (name === 'Contest') return `${activity}/${item}`;
  if (row) return `${activity}/${row}/${column}`;
  return parent ? `${activity}/${parent}` : activity;
}

function WaitingState({ entry, sending }: { entry: OutboxEntry; sending: boolean }) {
  const { outbox, live } = useSession();
  if (entry.rejection)
    return (
      <span class="state bad">
        <Icon name="warning" />
        {rejectionWords(entry.rejection)}
      </span>
    );
  if (sending)
    return (
      <span class="state">
        <Icon name="wait" />
        {t('delegate.sending')}
      </span>
    );
  const kept = outbox.value?.durable.value ? 'phone' : 'page';
  const net = live.state.value === 'live' ? 'live' : 'offline';
  return (
    <span class="state">
      <Icon name={kept === 'phone' ? 'phone' : 'warning'} />
      {t('delegate.waiting', { kept, net })}
    </span>
  );
}
