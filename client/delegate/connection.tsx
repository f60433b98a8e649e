import { useEffect, useState } from 'preact/hooks';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useSession } from './session.ts';

/** A moment without connection is not worth a word; on a slow network the first connection takes longer than a moment. */
const WORTH_A_WORD = { offline: 1500, connecting: 6000 } as const;

/** Tells truthfully when there is no connection, what is then kept where, and that it is back. */
export function Connection() {
  const session = useSession();
  const state = session.live.state.value;
  const away = state === 'offline' || state === 'connecting' ? state : null;
  const [told, setTold] = useState(false);
  useEffect(() => {
    if (!away) return setTold(false);
    const timer = setTimeout(() => setTold(true), WORTH_A_WORD[away]);
    return () => clearTimeout(timer);
  }, [away]);
  const outbox = session.outbox.value;
  const lost = outbox !== null && !outbox.durable.value;
  return (
    <div class="connection" role="status">
      {told && !lost && (
        <p class="offline">
          <Icon name="offline" />
          <span>{t('delegate.offline')}</span>
        </p>
      )}
      {told && lost && (
        <p class="offline">
          <Icon name="offline" />
          <span>{t('common.offline')}</span>
        </p>
      )}
      {lost && (
        <p class="offline">
          <Icon name="warning" />
          <span>{t('delegate.notKept')}</span>
        </p>
      )}
      {session.live.refusal.value?.code === 'CLIENT_TOO_OLD' && (
        <p class="offline">
          <Icon name="warning" />
          <span>{t('rejections.CLIENT_TOO_OLD')}</span>
          <Button look="quiet" onClick={() => location.reload()}>
            {t('common.reload')}
          </Button>
        </p>
      )}
    </div>
  );
}
