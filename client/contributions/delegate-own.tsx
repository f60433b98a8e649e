import { useRef, useState } from 'preact/hooks';
import type { OwnItem } from '../../server/domain/activities/activity.ts';
import type { EndorsementView, OwnContribution } from '../../server/domain/contributions/view.ts';
import type { ActivityView } from '../../server/domain/view.ts';
import { useSession } from '../delegate/session.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Text } from '../ui/said.tsx';
import { LanguageOfText } from './delegate-language.tsx';
import { OwnReason, OwnState } from './delegate-own-state.tsx';
import { Write } from './delegate-write.tsx';

interface OwnProps {
  item: OwnItem;
  heading?: string;
}

const headingOf = ({ contests, parent }: OwnContribution): string =>
  t(contests ? 'delegate.ownContest' : parent ? 'delegate.ownReply' : 'delegate.ownContribution');

/** One of my contributions, replies or objections: where it stands, with edit and withdraw. */
export function OwnContributionCard({ item, heading }: OwnProps) {
  const own = item as OwnContribution;
  const session = useSession();
  const [editing, setEditing] = useState(false);
  const [withdrawing, setWithdrawing] = useState(false);
  const card = useRef<HTMLElement>(null);
  const count = session.live.value<EndorsementView>(`n/${own.id}`).value?.n ?? 0;
  const kind = session.live.value<ActivityView>(`a/${own.activity}`).value?.kind;
  const of = { activity: own.activity, item: own.id };
  const key = `edit/${own.id}`;
  const standing = own.text !== null;
  const startEditing = () => {
    if (session.drafts.value?.of(key).text.value === '') session.drafts.value.set(key, own.text ?? '');
    setEditing(true);
  };
  const stopEditing = () => {
    setEditing(false);
    card.current?.focus();
  };
  if (!kind) return null;
  return (
    <article ref={card} tabIndex={-1} class={`card own ${own.status}`}>
      <header class="row">
        <h2>{heading ?? headingOf(own)}</h2>
        {own.ref && <span class="ref">{own.ref}</span>}
        <OwnState item={own} />
      </header>
      {editing && standing ? (
        <Write
          draft={key}
          label={t('delegate.editLabel')}
          canSend
          focused
          sendWord={t('common.save')}
          onSend={async (text) => {
            await session.give(`${kind}.Edit`, { ...of, text, wording: own.wording });
            stopEditing();
          }}
          onCancel={() => {
            void session.drafts.value?.clear(key);
            stopEditing();
          }}
        />
      ) : (
        own.text !== null && <Text text={own.text} lang={own.lang} class="said-text" />
      )}
      <OwnReason item={own} />
      {standing && !editing && (
        <div class="acts">
          {own.status !== 'merged' && (
            <Button look="quiet" icon="edit" onClick={startEditing}>
              {t('delegate.edit')}
            </Button>
          )}
          <Button look="quiet" icon="minus" onClick={() => setWithdrawing(true)}>
            {t('delegate.withdraw')}
          </Button>
          {count > 0 && <span class="state">{t('common.endorsements', { n: count })}</span>}
        </div>
      )}
      {standing && !editing && <LanguageOfText item={own} kind={kind} />}
      {withdrawing && (
        <Dialog
          title={t('delegate.withdrawTitle')}
          onClose={() => setWithdrawing(false)}
          actions={
            <>
              <Button onClick={() => setWithdrawing(false)}>{t('delegate.withdrawKeep')}</Button>
              <Button
                look="danger"
                icon="minus"
                onClick={() => {
                  setWithdrawing(false);
                  void session.give(`${kind}.Withdraw`, of);
                }}
              >
                {t('delegate.withdraw')}
              </Button>
            </>
          }
        >
          <p>{t('delegate.withdrawText')}</p>
        </Dialog>
      )}
    </article>
  );
}
