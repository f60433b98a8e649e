import type { MeetingView } from '../../../server/domain/view.ts';
import { kindName } from '../../lib/lists.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useDesk } from '../desk.ts';
import type { Person } from './people-list.ts';

export interface PersonRowProps {
  readonly person: Person;
  readonly meeting: MeetingView;
  readonly onAssign: () => void;
  readonly onWrite: () => void;
}

/** One person: as they agreed to be known, and what may be noted about them. */
export function PersonRow({ person, meeting, onAssign, onWrite }: PersonRowProps) {
  const desk = useDesk();
  const { id, view, name, from, atFloor } = person;
  const who = name ?? t('desk.unknown_author');
  // Two people without a name are told apart by where they come from.
  const of = <span class="sr"> · {name ?? from}</span>;
  return (
    <li class={view.present ? 'person' : 'person away'}>
      <div class="person-who">
        <b>
          <bdi>{who}</bdi>
        </b>
        <span class="aside">{[from, kindName(meeting, view.kind)].filter(Boolean).join(' · ')}</span>
        <span class="person-signs">
          {!view.phone && (
            <span class="state">
              <Icon name="edit" />
              {t('order.without_phone')}
            </span>
          )}
          {atFloor && (
            <span class="state good">
              <Icon name="mic" />
              {t(`order.at_floor_${atFloor}`)}
            </span>
          )}
          {!view.present && <span class="state">{t('order.is_away')}</span>}
        </span>
      </div>
      <div class="person-acts">
        {!view.phone && (
          <Button look="act" icon="edit" onClick={onWrite}>
            {t('order.write_for')}
            {of}
          </Button>
        )}
        <Button
          icon={view.present ? 'next' : 'check'}
          onClick={() => void desk.run(view.present ? 'attendance.Leave' : 'attendance.Arrive', { participant: id })}
        >
          {t(view.present ? 'order.note_left' : 'order.note_arrived')}
          {of}
        </Button>
        <Button look="quiet" icon="building" onClick={onAssign}>
          {t('order.assign')}
          {of}
        </Button>
      </div>
    </li>
  );
}
