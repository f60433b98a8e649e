import type { ParticipantId } from '../domain/ids.ts';
import type { HereFrame } from '../domain/protocol.ts';
import type { MeetingState } from '../domain/state.ts';
import { countPeople } from '../domain/view.ts';

/** Who is connected now, of a meeting's participants; a person with two phones counts once. Nothing of it is stored. */
export class Presence {
  private readonly connections = new Map<ParticipantId, number>();

  arrive(participant: ParticipantId): void {
    this.connections.set(participant, (this.connections.get(participant) ?? 0) + 1);
  }

  leave(participant: ParticipantId): void {
    const left = (this.connections.get(participant) ?? 0) - 1;
    if (left > 0) this.connections.set(participant, left);
    else this.connections.delete(participant);
  }

  /** For the desk by kind and city, for the screen the number alone. */
  frame(state: MeetingState, detailed: boolean): HereFrame {
    const here = this.connections.size;
    if (!detailed) return { here };
    const people = [...this.connections.keys()].flatMap((id) => state.participants.get(id) ?? []);
    return { here, ...countPeople(people) };
  }
}
