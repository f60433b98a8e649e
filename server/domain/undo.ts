import type { UndoRecord } from './events.ts';
import type { MeetingState } from './state.ts';

/** Whether nothing later depends on an act: no later act is on the same target, and no later step of the agenda. */
export function undoable(state: MeetingState, index: number): boolean {
  const act = state.acts[index];
  if (!act) return false;
  const later = state.acts.slice(index + 1);
  const agenda = act.target.startsWith('agenda/');
  return !later.some((other) => other.target === act.target || (agenda && touchesAgenda(other)));
}

const touchesAgenda = (act: UndoRecord): boolean =>
  act.target.startsWith('agenda/') ||
  ['core.OpenActivity', 'core.PauseActivity', 'core.CloseActivity'].includes(act.act);
