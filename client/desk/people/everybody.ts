import type { ParticipantId } from '../../../server/domain/ids.ts';
import type { FloorView } from '../../../server/domain/parts/floor.ts';
import type { MeetingView, PersonView } from '../../../server/domain/view.ts';
import type { Live } from '../../lib/live.ts';
import { type Person, personOf } from './people-list.ts';

/** Everybody who has joined, kept up to date while it is read in a component. */
export function everybody(live: Live, meeting: MeetingView): Person[] {
  const floor = live.value<FloorView>('floor').value;
  return live.keys('person/').value.flatMap((key) => {
    const view = live.value<PersonView>(key).value;
    return view ? [personOf(key.slice('person/'.length) as ParticipantId, view, meeting, floor)] : [];
  });
}
