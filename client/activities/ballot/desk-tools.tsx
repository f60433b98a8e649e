import { useSignal } from '@preact/signals';
import type { ActivityDeskProps } from '../../desk/kind.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { AddOptionDialog } from './desk-add-option.tsx';
import { CarryOverDialog } from './desk-carry-over.tsx';

/** New options, typed in or taken from what the room wrote, until the ballot is closed. */
export function BallotTools({ meeting, activity }: ActivityDeskProps) {
  const asking = useSignal<'add' | 'carry' | null>(null);
  if (activity.status === 'closed') return null;
  const close = () => (asking.value = null);
  return (
    <>
      <Button icon="plus" onClick={() => (asking.value = 'add')}>
        {t('desk.option_add')}
      </Button>
      <Button icon="merge" onClick={() => (asking.value = 'carry')}>
        {t('desk.carry_over')}
      </Button>
      {asking.value === 'add' && <AddOptionDialog meeting={meeting} activity={activity} onClose={close} />}
      {asking.value === 'carry' && <CarryOverDialog meeting={meeting} activity={activity} onClose={close} />}
    </>
  );
}
