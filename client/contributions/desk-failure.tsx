import { useSignal } from '@preact/signals';
import { useDesk } from '../desk/desk.ts';
import { t } from '../lib/words.ts';
import { Notice, rejectionWords } from '../ui/notice.tsx';

/** Why what this dialog sent was refused; what was typed into it is still there. */
export function DialogFailure() {
  const desk = useDesk();
  // An older failure, from before the dialog opened, is the strip's.
  const before = useSignal(desk.failure.peek());
  const failure = desk.failure.value;
  if (!failure || failure === before.value) return null;
  return (
    <Notice tone="bad" icon="warning" announce>
      {rejectionWords(failure)} {t('desk.text_kept')}
    </Notice>
  );
}
