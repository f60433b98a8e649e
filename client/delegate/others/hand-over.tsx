import { useState } from 'preact/hooks';
import type { PhonePerson } from '../../lib/people.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Fetched } from '../fetched.tsx';
import { peopleHere } from '../pages.ts';
import { PersonalCode } from '../personal-code.tsx';
import { useSession } from '../session.ts';

/** Somebody else on this phone: first what I need to come back, and what of mine stays until then. */
export function HandOver() {
  const session = useSession();
  const [asking, setAsking] = useState<{ to: PhonePerson | null } | null>(null);
  const unsent = (session.outbox.value?.entries.value.length ?? 0) + (session.drafts.value?.unsent ?? 0);
  return (
    <>
      <p class="soft">{t('tabs.mine_handOverText')}</p>
      <Fetched
        part={peopleHere}
        with={{ except: session.me.value?.participant ?? null, onChoose: (to) => setAsking({ to }) }}
        head={null}
      />
      <Button icon="people" onClick={() => setAsking({ to: null })}>
        {t('tabs.mine_handOver')}
      </Button>
      {asking && (
        <Dialog
          title={t('tabs.mine_handOver')}
          onClose={() => setAsking(null)}
          actions={
            <>
              <Button onClick={() => setAsking(null)}>{t('common.cancel')}</Button>
              <Button look="act" iconAfter="next" onClick={() => session.handOver(asking.to)}>
                {t('tabs.mine_handOverGo')}
              </Button>
            </>
          }
        >
          <p>{t('tabs.mine_handOverCode')}</p>
          <PersonalCode code={session.me.value?.personalCode ?? null} />
          {unsent > 0 && (
            <Notice icon={session.outbox.value?.durable.value === false ? 'warning' : 'phone'} tone="attention">
              {t(
                session.outbox.value?.durable.value === false
                  ? 'tabs.mine_handOverNotKept'
                  : 'tabs.mine_handOverUnsent',
                {
                  n: unsent,
                },
              )}
            </Notice>
          )}
        </Dialog>
      )}
    </>
  );
}
