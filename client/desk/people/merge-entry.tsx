import { useSignal } from '@preact/signals';
import type { ListId } from '../../../server/domain/ids.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import { localized, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';
import { Select } from './belonging-fields.tsx';
import { heldBy, type Person } from './people-list.ts';

export interface MergeEntryProps {
  readonly list: 'cities' | 'organisations';
  readonly id: ListId;
  readonly meeting: MeetingView;
  readonly people: readonly Person[];
  readonly onClose: () => void;
}

/** One thing that stands in a list twice: says what goes over to the one that stays. */
export function MergeEntry({ list, id, meeting, people, onClose }: MergeEntryProps) {
  const desk = useDesk();
  const into = useSignal('');
  const entry = meeting[list].find((one) => one.id === id);
  const target = meeting[list].find((one) => one.id === into.value);
  const held = heldBy(meeting, list, id, people);
  const merge = async () => {
    if (!target) return;
    const answer = await desk.run('lists.Merge', { list, into: target.id, from: id });
    if (answer.ok) onClose();
  };
  if (!entry) return null;
  const name = localized(entry.name);
  return (
    <Dialog
      title={t('order.merge_entry_title', { name })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="merge" aria-disabled={!target} onClick={() => void merge()}>
            {t('order.merge')}
          </Button>
        </>
      }
    >
      <Select
        id="merge-entry"
        label={t('order.merge_entry_into')}
        value={into.value}
        entries={meeting[list].filter((one) => one.id !== id)}
        onChange={(value) => (into.value = value)}
      />
      <p role="status">
        {target ? t(`order.merge_moves_${list}`, { ...held, name, into: localized(target.name) }) : ''}
      </p>
      <DialogFailure />
    </Dialog>
  );
}
