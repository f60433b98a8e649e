import type { Command } from '../../server/domain/commands.ts';
import type { ContributionCommand } from '../../server/domain/contributions/schema.ts';
import type { ParticipantId } from '../../server/domain/ids.ts';
import type { CommandAnswer } from '../../server/domain/protocol.ts';
import type { ActivityView } from '../../server/domain/view.ts';
import type { Desk } from '../desk/desk.ts';

type Name = ContributionCommand['type'];
type DataOf<N extends Name> = Extract<ContributionCommand, { type: N }>['data'];

/**
 * Gives a command that all kinds with contributions have, under the name of the activity's kind. `final` and `onBehalf` as in `Desk.run`.
 */
export function runShared<N extends Name>(
  desk: Desk,
  activity: Pick<ActivityView, 'id' | 'kind'>,
  name: N,
  data: Omit<DataOf<N>, 'activity'>,
  final?: { ref: string } | null,
  onBehalf?: ParticipantId,
): Promise<CommandAnswer> {
  // Every kind with contributions takes the same data; the names of commands are known to the types one by one.
  const type = `${activity.kind}.${name}` as Extract<Command['type'], `${string}.${N}`>;
  return desk.run(type, { activity: activity.id, ...data } as never, final, onBehalf);
}
