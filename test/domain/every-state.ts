import { did, given, joined, merge, on, opened, says, saysLate } from '../support/given.ts';

/** Three people in an open, live discussion. */
export const room = [joined('amal'), joined('rim'), joined('yannis'), opened()];

export const hiding = (label: string, more: { note?: string; reason?: 'insult' | 'other' } = {}) => ({
  ...on(label),
  reason: 'insult' as const,
  ...more,
});
export const hide = (label: string, note?: string) =>
  did('desk', 'discussion.Hide', hiding(label, note ? { note } : {}));
export const remove = (label: string) => did('desk', 'discussion.Remove', { ...on(label), reason: 'names_a_person' });

/** A text in each state but the shown one; amal's, but for the whole. */
export const inEveryState = () =>
  given(...room, opened('collect'), says('amal', 'pending', { activity: 'collect' })).given(
    says('rim', 'whole'),
    ...['hidden', 'part', 'withdrawn', 'removed'].map((label) => says('amal', label)),
    hide('hidden'),
    did('desk', 'discussion.Merge', merge('whole', 'part')),
    did('amal', 'discussion.Withdraw', on('withdrawn')),
    remove('removed'),
    saysLate('amal', 'late'),
  );
/** Those that neither the room nor the desk may act upon: label, activity, and the code of the refusal. */
export const refusals = [
  ['part', 'live', 'ITEM_MERGED'],
  ['pending', 'collect', 'ITEM_NOT_PUBLISHED'],
  ['late', 'live', 'ITEM_NOT_PUBLISHED'],
  ['withdrawn', 'live', 'ITEM_WITHDRAWN'],
  ['removed', 'live', 'ITEM_REMOVED'],
] as const;
