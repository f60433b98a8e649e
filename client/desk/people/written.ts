import type { ActivityId, ItemId, ParticipantId } from '../../../server/domain/ids.ts';

/*
 * What this page knows of those for whom it writes. The server tells a participant's own things to nobody else, also
 * not to the desk; so a desk knows of them what it entered itself.
 */

/** Texts that were typed for somebody and not sent: closing the window does not lose them. */
const drafts = new Map<string, string>();
const given = new Map<ParticipantId, ReadonlySet<ItemId>>();
const own = new Map<ParticipantId, ReadonlySet<ItemId>>();
const votes = new Map<string, Readonly<Record<ItemId, number>>>();

const key = (participant: ParticipantId, activity: ActivityId) => `${participant} ${activity}`;

export const draftFor = (participant: ParticipantId, activity: ActivityId): string =>
  drafts.get(key(participant, activity)) ?? '';

export function keepDraftFor(participant: ParticipantId, activity: ActivityId, text: string): void {
  if (text.trim() === '') drafts.delete(key(participant, activity));
  else drafts.set(key(participant, activity), text);
}

export const endorsedFor = (participant: ParticipantId): ReadonlySet<ItemId> => given.get(participant) ?? new Set();

export function noteEndorsed(participant: ParticipantId, item: ItemId, endorses: boolean): void {
  const next = new Set(endorsedFor(participant));
  if (endorses) next.add(item);
  else next.delete(item);
  given.set(participant, next);
}

/** Nobody endorses their own. */
export const writtenFor = (participant: ParticipantId): ReadonlySet<ItemId> => own.get(participant) ?? new Set();

export function noteWritten(participant: ParticipantId, items: readonly string[]): void {
  own.set(participant, new Set([...writtenFor(participant), ...(items as ItemId[])]));
}

export const votedFor = (participant: ParticipantId, activity: ActivityId): Readonly<Record<ItemId, number>> =>
  votes.get(key(participant, activity)) ?? {};

export function noteVoted(
  participant: ParticipantId,
  activity: ActivityId,
  dots: Readonly<Record<ItemId, number>>,
): void {
  votes.set(key(participant, activity), dots);
}
