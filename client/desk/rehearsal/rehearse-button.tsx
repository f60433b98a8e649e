import { useSignal } from '@preact/signals';
import type { MeetingView } from '../../../server/domain/view.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { StartDialog } from './start-dialog.tsx';

/** The way to a rehearsal; there is none inside of one. */
export function RehearseButton({ meeting }: { meeting: MeetingView }) {
  const open = useSignal(false);
  if (meeting.rehearsal) return null;
  return (
    <>
      <Button icon="rehearse" onClick={() => (open.value = true)}>
        {t('desk.rehearse')}
      </Button>
      {open.value && <StartDialog onClose={() => (open.value = false)} />}
    </>
  );
}
