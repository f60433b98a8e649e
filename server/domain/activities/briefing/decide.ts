import { arrival } from '../../contributions/arrival.ts';
import { author } from '../../contributions/decide.ts';
import { Rejection } from '../../rejection.ts';
import type { DecideContext, Typed } from '../activity.ts';
import type { commands, events, Mark } from './schema.ts';
import type { BriefingState } from './state.ts';

export type BriefingCommand = Typed<typeof commands>;
export type BriefingEvent = Typed<typeof events>;

const opposite: Partial<Record<Mark, Mark>> = { same: 'different', different: 'same' };

/** Rules BRF1 to BRF4 of SPEC.md beside this file. */
export function decide(state: BriefingState, command: BriefingCommand, ctx: DecideContext): BriefingEvent[] {
  const participant = author(ctx);
  const { part, mark } = command.data;
  const marks = state.marks.get(part);
  if (!marks) throw new Rejection('NOT_FOUND');
  arrival(ctx);
  const data = { activity: state.id, part, participant };
  const takenBack = (which: Mark): BriefingEvent[] =>
    marks[which].has(participant) ? [{ type: 'briefing.MarkTakenBack', data: { ...data, mark: which } }] : [];
  if (command.type === 'briefing.Unmark') return takenBack(mark);
  if (marks[mark].has(participant)) return [];
  const other = opposite[mark];
  return [...(other ? takenBack(other) : []), { type: 'briefing.Marked', data: { ...data, mark } }];
}
