import type { FloorView, OwnFloor } from '../../../server/domain/parts/floor.ts';
import { everySecond } from '../../lib/clock.ts';
import { type Turn, turnOf } from '../../lib/turn.ts';
import { useSession } from '../session.ts';

const nowhere: OwnFloor = { place: null, speakingSince: null };

/** My own place at the floor, as the server last told it. */
export function useOwnFloor(): OwnFloor {
  return useSession().live.self.value?.parts.floor ?? nowhere;
}

export interface RunningTurn {
  readonly turn: Turn;
  /** Milliseconds spoken, and those of the whole turn. */
  readonly spoken: number;
  readonly whole: number;
}

/** A turn that began at that moment (server time), anew each second; null where nobody speaks. */
export function useTurn(since: number | null): RunningTurn | null {
  const { live } = useSession();
  const seconds = live.value<FloorView>('floor').value?.seconds;
  if (since === null || seconds === undefined) return null;
  void everySecond.value;
  const spoken = Math.max(0, live.now() - since);
  return { turn: turnOf(spoken, seconds), spoken, whole: seconds * 1000 };
}
