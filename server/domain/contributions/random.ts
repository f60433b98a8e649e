import type { RandomContext } from '../activities/activity.ts';
import type { ItemId } from '../ids.ts';
import { MAX_TEXT } from '../text.ts';
import type { ContributionCommand } from './schema.ts';
import type { ContributionStatus, ContributionsState } from './state.ts';

/** A command that has a good chance to be accepted: of the kinds that the actor may give, on items in a fitting state. */
export function randomContributionCommand(state: ContributionsState, ctx: RandomContext): ContributionCommand | null {
  return ctx.actor.kind === 'participant' ? fromParticipant(state, ctx) : fromDesk(state, ctx);
}

export function some(
  state: ContributionsState,
  ctx: RandomContext,
  ...statuses: ContributionStatus[]
): ItemId | undefined {
  const all = [...state.contributions.values()];
  // Mostly a fitting one; now and then any, so that refusals are met as well.
  const fitting = ctx.below(12) === 0 ? all : all.filter((c) => statuses.includes(c.status));
  return ctx.pick(fitting)?.id;
}

/** A text with what it may bring along, now and then one that is refused. */
export const randomWritten = (ctx: RandomContext): { text: string; writtenAt?: number } => ({
  text: ctx.below(40) === 0 ? ['', ' \u200B ', 'x'.repeat(MAX_TEXT + 1)][ctx.below(3)]! : ctx.text(),
  ...(ctx.below(3) === 0 ? { writtenAt: ctx.at - ctx.below(600_000) } : {}),
});

function fromParticipant(state: ContributionsState, ctx: RandomContext): ContributionCommand | null {
  const activity = ctx.activity;
  const own = () => {
    if (ctx.actor.kind !== 'participant') return undefined;
    const mine = [...(state.byAuthor.get(ctx.actor.id) ?? [])].filter((id) => {
      const status = state.contributions.get(id)?.status;
      return status !== 'withdrawn' && status !== 'removed';
    });
    return ctx.below(15) === 0 ? some(state, ctx, 'shown') : ctx.pick(mine);
  };
  const dice = ctx.below(12);
  if (dice < 6) {
    const item = some(state, ctx, 'shown');
    const type = ctx.below(4) === 0 ? 'Unendorse' : 'Endorse';
    return item ? { type, data: { activity, item } } : null;
  }
  const item = own();
  if (!item) return null;
  if (dice < 9) {
    const wording = ctx.below(6) === 0 ? { wording: 1 } : {};
    return { type: 'Edit', data: { activity, item, text: ctx.text(), ...wording } };
  }
  if (dice < 10) return { type: 'CorrectLanguage', data: { activity, item, lang: ctx.pick(['ar', 'fr', 'ff'])! } };
  return { type: 'Withdraw', data: { activity, item } };
}

function fromDesk(state: ContributionsState, ctx: RandomContext): ContributionCommand | null {
  const activity = ctx.activity;
  const dice = ctx.below(20);
  const one = (type: 'Unhide' | 'Pin' | 'Unpin' | 'AdmitLate', ...statuses: ContributionStatus[]) => {
    const item = some(state, ctx, ...statuses);
    return item ? ({ type, data: { activity, item } } as const) : null;
  };
  if (dice < 4) {
    const item = some(state, ctx, 'shown');
    const reason = ctx.pick(['names_a_person', 'insult', 'off_topic', 'other'] as const)!;
    const note = ctx.below(2) === 0 ? { note: ctx.text() } : {};
    return item ? { type: 'Hide', data: { activity, item, reason, ...note } } : null;
  }
  if (dice < 7) return one('Unhide', 'hidden');
  if (dice < 9) return one('Pin', 'shown');
  if (dice < 10) {
    const item = ctx.pick([...state.contributions.values()].filter((c) => c.pinned))?.id;
    return item ? { type: 'Unpin', data: { activity, item } } : one('Pin', 'shown');
  }
  if (dice < 13) {
    const into = state.contributions.get(some(state, ctx, 'shown') as ItemId);
    // Mostly one that can be merged with it.
    const fitting = [...state.contributions.values()].filter(
      (c) => c !== into && c.status === 'shown' && c.parent === into?.parent && c.place === into?.place,
    );
    const from = ctx.below(6) === 0 ? some(state, ctx, 'shown') : ctx.pick(fitting)?.id;
    return into && from ? { type: 'Merge', data: { activity, into: into.id, from: [from] } } : null;
  }
  if (dice < 14) {
    const from = some(state, ctx, 'merged');
    return from ? { type: 'Unmerge', data: { activity, from: [from] } } : null;
  }
  if (dice < 16) {
    const item = some(state, ctx, 'shown', 'hidden');
    return item ? { type: 'Remove', data: { activity, item, reason: 'names_a_person' } } : null;
  }
  if (dice < 17) return { type: 'Reveal', data: { activity } };
  return one('AdmitLate', 'late');
}
