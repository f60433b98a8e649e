import type { ListId, ParticipantId } from '../../ids.ts';
import type { CoreReader } from '../activity.ts';
import type { OptionId } from './schema.ts';
import type { BallotState, Vote } from './state.ts';

/** Dots, the voters who put some, and dots by city or kind; null is the pool. */
export interface Tally {
  dots: number;
  voters: number;
  readonly groups: Map<ListId | null, number>;
}

/** What the votes that count come to. */
export interface Count {
  voted: number;
  readonly options: Map<OptionId, Tally>;
  /** Voters by city or kind. */
  readonly groups: Map<ListId | null, number>;
}

const add = (groups: Map<ListId | null, number>, group: ListId | null, n: number) =>
  groups.set(group, (groups.get(group) ?? 0) + n);

/** The last vote of some participants. */
function last(state: BallotState, participants: Iterable<ParticipantId>): Vote | undefined {
  let found: Vote | undefined;
  for (const id of participants) {
    const vote = state.votes.get(id);
    if (vote && vote.order > (found?.order ?? 0)) found = vote;
  }
  return found;
}

/** Those for whom a participant votes: themselves, or all of their organisation. */
export const voters = (state: BallotState, participant: ParticipantId, core: CoreReader): readonly ParticipantId[] =>
  state.config.voters === 'organisation' ? core.colleagues(participant) : [participant];

/** The vote that counts for a participant: their own, or the last one of their organisation. */
export const voteFor = (state: BallotState, participant: ParticipantId, core: CoreReader): Vote | undefined =>
  last(state, voters(state, participant, core));

/**
 * Counted when it is looked at: where the desk corrects the lists, a vote follows its voter to the organisation that they
 * belong to, and a city to its new name.
 */
export function countOf(state: BallotState, core: CoreReader): Count {
  const byUnit = new Map<string, Vote>();
  for (const vote of state.votes.values()) {
    const unit = state.config.voters === 'organisation' ? core.unitOf(vote.participant) : vote.participant;
    if (vote.order > (byUnit.get(unit)?.order ?? 0)) byUnit.set(unit, vote);
  }
  const count: Count = { voted: 0, options: new Map(), groups: new Map() };
  for (const { participant, dots } of byUnit.values()) {
    if (dots.size === 0) continue;
    const group = core.bucketOf(participant);
    count.voted++;
    add(count.groups, group, 1);
    for (const [id, n] of dots) {
      const tally = count.options.get(id) ?? { dots: 0, voters: 0, groups: new Map() };
      count.options.set(id, tally);
      tally.dots += n;
      tally.voters++;
      add(tally.groups, group, n);
    }
  }
  return count;
}
