import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { PersonalCode } from './personal-code.tsx';
import { useSession } from './session.ts';

/** Shown once, right after joining: the code that brings the person back on another phone. */
export function Welcome() {
  const session = useSession();
  const done = () => {
    session.welcome.value = false;
  };
  return (
    <Dialog
      title={t('delegate.welcomeTitle')}
      onClose={done}
      actions={
        <Button look="act" iconAfter="next" onClick={done}>
          {t('delegate.welcomeGo')}
        </Button>
      }
    >
      <p>{t('delegate.welcomeCode')}</p>
      <PersonalCode code={session.me.value?.personalCode ?? null} />
      <p class="soft">{t('delegate.welcomeKeep')}</p>
    </Dialog>
  );
}
