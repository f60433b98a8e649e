import { useSignal } from '@preact/signals';
import type { CountView } from '../../server/domain/contributions/view.ts';
import { useDesk } from '../desk/desk.ts';
import type { ActivityDeskProps } from '../desk/kind.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { DialogFailure } from './desk-failure.tsx';
import { runShared } from './desk-run.ts';

/** The reveal of what was collected. It asks first: what the room has read cannot be unread. */
export function ContributionTools({ activity }: ActivityDeskProps) {
  const desk = useDesk();
  const asking = useSignal(false);
  const count = desk.live.value<CountView>(`count/${activity.id}`).value;
  if (activity.status === 'planned' || count?.revealed !== false) return null;
  const n = count?.received ?? 0;
  const close = () => (asking.value = false);
  const reveal = async () => {
    const answer = await runShared(desk, activity, 'Reveal', {}, { ref: '' });
    if (answer.ok) close();
  };
  return (
    <>
      <Button icon="eye" look="act" onClick={() => (asking.value = true)}>
        {t('desk.reveal', { n })}
      </Button>
      {asking.value && (
        <Dialog
          title={t('desk.reveal_title')}
          onClose={close}
          actions={
            <>
              <Button onClick={close}>{t('desk.cancel')}</Button>
              <Button look="act" icon="eye" onClick={() => void reveal()}>
                {t('desk.reveal', { n })}
              </Button>
            </>
          }
        >
          <p>{t('desk.reveal_body', { n })}</p>
          <DialogFailure />
        </Dialog>
      )}
    </>
  );
}
