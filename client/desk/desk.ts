import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Command, ScreenNumber } from '../../server/domain/commands.ts';
import type { ActivityId, AgendaItemId, ParticipantId } from '../../server/domain/ids.ts';
import type { CommandAnswer, RejectionFrame } from '../../server/domain/protocol.ts';
import { newCommandId } from '../lib/ids.ts';
import { Live } from '../lib/live.ts';

/** An act that the record does not offer to undo: the strip still says that it happened. */
interface FinalAct {
  readonly seq: number;
  readonly act: string;
  readonly ref: string;
}

/** What may stand in the middle in place of the activity. */
export type DeskView = 'programme' | 'keypoints' | 'themes' | 'people' | 'report';

type DataOf<T extends Command['type']> = Extract<Command, { type: T }>['data'];

/** The facilitators' page: its connection, what was done last, what failed, and which item is looked at. */
export class Desk {
  readonly live: Live;
  /** Why the last command was refused; stays until somebody has read it or the next one succeeds. */
  readonly failure = signal<RejectionFrame | null>(null);
  /** While this page renews its own link, the end of the old one is no reason to leave. */
  readonly renewing = signal(false);
  readonly finalAct = signal<FinalAct | null>(null);
  /** The agenda item in the middle; null follows what is open. */
  readonly viewed = signal<AgendaItemId | null>(null);
  /** Of an item with several activities the one in the middle; null is the one that is open. */
  readonly chosen = signal<ActivityId | null>(null);
  /** What stands in the middle; null is the activity. */
  readonly view = signal<DeskView | null>(null);
  /** The screen that the controls mean. */
  readonly screen = signal<ScreenNumber>(1);
  /** Ids of commands without an answer, so that the same command given again happens once. */
  readonly #unanswered = new Map<string, string>();

  constructor(live: Live = new Live('facilitator')) {
    this.live = live;
  }

  /**
   * Sends a command; a refusal is also shown in the strip. `final` names it where it cannot be undone; `onBehalf` is the
   * participant without a phone in whose place it is given.
   */
  async run<T extends Command['type']>(
    type: T,
    data: DataOf<T>,
    final?: { ref: string } | null,
    onBehalf?: ParticipantId,
  ): Promise<CommandAnswer> {
    const same = JSON.stringify([type, data, onBehalf]);
    const id = this.#unanswered.get(same) ?? newCommandId();
    this.#unanswered.set(same, id);
    const answer = await this.live.send(type, data, id, onBehalf);
    const open = !answer.ok && (answer.rejection.code === 'UNAVAILABLE' || answer.rejection.code === 'NOT_SAVED');
    if (!open) this.#unanswered.delete(same);
    this.failure.value = answer.ok ? null : answer.rejection;
    if (answer.ok && final) this.finalAct.value = { seq: answer.seq, act: type, ref: final.ref };
    return answer;
  }

  /** Connects anew, with the cookie of a renewed link. */
  reconnect(): void {
    this.live.stop();
    this.live.start();
  }
}

const DeskContext = createContext<Desk | null>(null);
export const DeskProvider = DeskContext.Provider;

/** The desk that a component stands on. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no desk around this component');
  return desk;
}
