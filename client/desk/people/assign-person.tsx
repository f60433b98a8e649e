import { useSignal } from '@preact/signals';
import type { MeetingView } from '../../../server/domain/view.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';
import { assignmentOf, belongingOf, isComplete } from './belonging.ts';
import { BelongingFields } from './belonging-fields.tsx';
import type { Person } from './people-list.ts';

export interface AssignPersonProps {
  readonly person: Person;
  readonly meeting: MeetingView;
  readonly onClose: () => void;
}

/** Puts somebody where they belong: what they typed may be an organisation of the list. */
export function AssignPerson({ person, meeting, onClose }: AssignPersonProps) {
  const desk = useDesk();
  const { id, view, name } = person;
  const belonging = useSignal(belongingOf(view));
  const own = [view.organisationText, view.cityText].filter(Boolean).join(' · ');
  const ready = isComplete(belonging.value, false);
  const save = async () => {
    if (!ready) return;
    const data = { participant: id, ...assignmentOf(belonging.value, meeting, view) };
    const answer = await desk.run('lists.Assign', data);
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      title={t('order.assign_title', { name: name ?? t('desk.unknown_author') })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="check" aria-disabled={!ready} onClick={() => void save()}>
            {t('desk.save')}
          </Button>
        </>
      }
    >
      {own && (
        <p>
          {t('order.own_words')} <bdi>{own}</bdi>
        </p>
      )}
      <BelongingFields meeting={meeting} of={belonging} inWords={false} />
      <p class="aside">{t('order.assign_hint')}</p>
      <DialogFailure />
    </Dialog>
  );
}
