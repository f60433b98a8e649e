import { useState } from 'preact/hooks';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { PersonalCode } from './personal-code.tsx';
import { useSession } from './session.ts';

/** Makes this phone nobody's: asks first, and says what would be lost. */
export function Forget() {
  const session = useSession();
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const waiting = session.outbox.value?.entries.value.length ?? 0;
  const unsent = waiting + (session.drafts.value?.unsent ?? 0);
  const forget = async () => {
    setFailed(!(await session.forget()));
  };
  return (
    <>
      <p class="soft">{t('tabs.forget_text')}</p>
      <Button icon="remove" onClick={() => setAsking(true)}>
        {t('delegate.forget')}
      </Button>
      {asking && (
        <Dialog
          title={t('tabs.forget_title')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('common.cancel')}</Button>
              <Button look="danger" icon="remove" onClick={() => void forget()}>
                {t('delegate.forget')}
              </Button>
            </>
          }
        >
          <p>{t('tabs.forget_keepsCode')}</p>
          <PersonalCode code={session.me.value?.personalCode ?? null} />
          {unsent > 0 && (
            <Notice tone="bad" icon="warning">
              {t('delegate.forgetUnsent', { n: unsent })}
            </Notice>
          )}
          {failed && (
            <Notice tone="bad" icon="offline" announce>
              {t('tabs.forget_failed')}
            </Notice>
          )}
        </Dialog>
      )}
    </>
  );
}
