import type { UndoRecord } from './events.ts';
import type { MeetingState } from './state.ts';
import type { Sealed } from './vault.ts';

/**
 * Whether nothing later depends on an act: no later act is on the same target, and no later step of the agenda; and
 * what it would bring back still exists.
 */
export function undoable(state: MeetingState, index: number): boolean {
  const act = state.acts[index];
  if (!act?.commands.every(({ data }) => exists(state, data))) return false;
  const later = state.acts.slice(index + 1);
  const agenda = act.target.startsWith('agenda/');
  return !later.some((other) => other.target === act.target || (agenda && touchesAgenda(other)));
}

/** `back` of a command names the words that it brings back: they are kept for one step back only. */
function exists({ vault }: MeetingState, data: unknown): boolean {
  const { back } = data as { readonly back?: Sealed | null };
  return !back || vault.has(back.id);
}

const touchesAgenda = (act: UndoRecord): boolean =>
  act.target.startsWith('agenda/') ||
  ['core.OpenActivity', 'core.PauseActivity', 'core.CloseActivity'].includes(act.act);
