import type { BehaviourContext } from '../activities/activity.ts';
import type { ItemId } from '../ids.ts';
import type { ContributionCommand } from './schema.ts';
import { type ContributionView, contributionKey, type OwnContribution } from './view.ts';

/** What one can do in a kind with contributions: the rules of its configuration, and how something new is written. */
export interface Contributing<C> {
  readonly replies: boolean;
  readonly endorsements: boolean;
  readonly contests: boolean;
  /** Null where there is nothing left to say. `text` puts it as it is sent. */
  contribute(text: (idea: string) => string): C | null;
  reply?(item: ItemId, text: string): C;
  contest?(item: ItemId, text: string): C;
  /** Any of the commands that all such kinds have, under the kind's name. */
  named(command: ContributionCommand): C;
}

/** One of the texts that somebody may weigh up. */
interface Read extends ContributionView {
  readonly id: ItemId;
}

/** At most so many texts are read in one look. */
const READ_AT_ONCE = 4;

/**
 * A delegate among contributions: writes one or two, reads before endorsing some, replies now and then, seldom contests,
 * and puts a slip of the pen right. Never their own text, none that they have answered before.
 */
export function behaveAmongContributions<C>(ctx: BehaviourContext, can: Contributing<C>): C | null {
  const known = texts(ctx).filter(({ id }) => ctx.intents.notes.get(`read ${id}`) !== undefined);
  readOn(ctx);
  const acts: readonly (readonly [weight: number, act: () => C | null])[] = [
    [3, () => write(ctx, can)],
    [5, () => endorse(ctx, can, known)],
    [2, () => reply(ctx, can, known)],
    [2, () => contest(ctx, can, known)],
    [4, () => putRight(ctx, can)],
    [1, () => takeBack(ctx, can)],
    [3, () => null],
  ];
  let dice = ctx.below(acts.reduce((sum, [weight]) => sum + weight, 0));
  for (const [weight, act] of acts) {
    dice -= weight;
    if (dice < 0) return act();
  }
  return null;
}

function texts(ctx: BehaviourContext): Read[] {
  return [...ctx.entries].flatMap(([key, value]) => {
    const text = value as ContributionView;
    return key.startsWith('c/') && text.activity === ctx.activity ? [{ ...text, id: key.slice(2) as ItemId }] : [];
  });
}

/** Some of what is new: the newest first, as it stands on top. */
function readOn(ctx: BehaviourContext): void {
  const fresh = texts(ctx).filter(({ id }) => !ctx.intents.notes.has(`read ${id}`));
  fresh.sort((a, b) => b.order - a.order);
  for (const { id } of fresh.slice(0, 1 + ctx.below(READ_AT_ONCE))) ctx.intents.notes.set(`read ${id}`, '');
}

function write<C>(ctx: BehaviourContext, can: Contributing<C>): C | null {
  if (ctx.intents.left('write', () => Math.round(0.3 + ctx.talkative * 1.5 + ctx.below(80) / 100)) === 0) return null;
  const slips = ctx.intents.left('slip', () => (ctx.chance(12) ? 1 : 0)) > 0;
  const command = can.contribute((idea) => {
    // Sent too early, without its end; the author sees it there and puts it right.
    const end = idea.lastIndexOf(' ');
    if (!slips || end < 12) return idea;
    ctx.intents.spend('slip');
    const cut = idea.slice(0, end);
    ctx.intents.notes.set(`meant ${cut}`, idea);
    return cut;
  });
  ctx.intents.spend('write');
  return command;
}

/** Whether an item is the delegate's own, or holds something of theirs. */
function isOwn(ctx: BehaviourContext, { id, merged }: Read): boolean {
  const own = new Set(ctx.items.map((item) => item.id));
  return own.has(id) || merged.some(({ item }) => own.has(item));
}

/** Those that they may still weigh up: others' texts, neither endorsed nor contested by them. */
function open(ctx: BehaviourContext, known: readonly Read[]): Read[] {
  const contested = new Set(
    (ctx.items as readonly OwnContribution[]).flatMap(({ contests, parent }) => (contests && parent ? [parent] : [])),
  );
  const endorsed = new Set(ctx.endorsed);
  return known.filter(
    (text) =>
      !isOwn(ctx, text) &&
      !endorsed.has(text.id) &&
      !contested.has(text.id) &&
      ctx.intents.notes.get(`read ${text.id}`) === '',
  );
}

function endorse<C>(ctx: BehaviourContext, can: Contributing<C>, known: readonly Read[]): C | null {
  if (!can.endorsements || ctx.intents.left('endorse', () => 2 + ctx.below(5)) === 0) return null;
  const candidates = open(ctx, known).filter(({ contests }) => !contests);
  // Of three at random the one that the room likes best.
  const three = [0, 1, 2].flatMap(() => ctx.pick(candidates) ?? []);
  const [best] = three.sort((a, b) => ctx.liking(b.id) - ctx.liking(a.id));
  if (!best) return null;
  ctx.intents.spend('endorse');
  ctx.intents.notes.set(`read ${best.id}`, 'endorsed');
  return can.named({ type: 'Endorse', data: { activity: ctx.activity, item: best.id } });
}

function reply<C>(ctx: BehaviourContext, can: Contributing<C>, known: readonly Read[]): C | null {
  if (!can.replies || !can.reply || ctx.intents.left('reply', () => (ctx.chance(25) ? 1 : 0)) === 0) return null;
  const to = ctx.pick(known.filter((text) => text.parent === null && !isOwn(ctx, text)));
  const text = to && ctx.idea('replies');
  if (!text) return null;
  ctx.intents.spend('reply');
  return can.reply(to.id, text);
}

function contest<C>(ctx: BehaviourContext, can: Contributing<C>, known: readonly Read[]): C | null {
  if (!can.contests || !can.contest || ctx.intents.left('contest', () => (ctx.chance(15) ? 1 : 0)) === 0) return null;
  const candidates = open(ctx, known).filter(({ parent, contests }) => parent === null && !contests);
  // What the room likes least.
  const [least] = [ctx.pick(candidates), ctx.pick(candidates)]
    .flatMap((text) => text ?? [])
    .sort((a, b) => ctx.liking(a.id) - ctx.liking(b.id));
  const text = least && ctx.idea('contests');
  if (!text) return null;
  ctx.intents.spend('contest');
  ctx.intents.notes.set(`read ${least.id}`, 'contested');
  return can.contest(least.id, text);
}

/** Own texts of this activity that still stand by themselves. */
const standing = (ctx: BehaviourContext): OwnContribution[] =>
  (ctx.items as readonly OwnContribution[]).filter(
    ({ activity, status }) => activity === ctx.activity && (status === 'shown' || status === 'pending'),
  );

function putRight<C>(ctx: BehaviourContext, can: Contributing<C>): C | null {
  for (const { id, text, wording } of standing(ctx)) {
    const meant = ctx.intents.notes.get(`meant ${text}`);
    if (meant === undefined) continue;
    ctx.intents.notes.delete(`meant ${text}`);
    return can.named({ type: 'Edit', data: { activity: ctx.activity, item: id, text: meant, wording } });
  }
  return null;
}

/** Seldom: an endorsement, or a text of one's own that nobody has answered. */
function takeBack<C>(ctx: BehaviourContext, can: Contributing<C>): C | null {
  const { activity } = ctx;
  if (ctx.intents.left('take back', () => (ctx.chance(10) ? 1 : 0)) === 0) return null;
  if (can.endorsements && ctx.chance(60)) {
    const item = ctx.pick(ctx.endorsed.filter((id) => isHere(ctx, id)));
    if (!item) return null;
    ctx.intents.spend('take back');
    return can.named({ type: 'Unendorse', data: { activity, item } });
  }
  const answered = new Set(texts(ctx).flatMap(({ parent }) => parent ?? []));
  const item = ctx.pick(standing(ctx).filter(({ id }) => !answered.has(id)))?.id;
  if (!item) return null;
  ctx.intents.spend('take back');
  return can.named({ type: 'Withdraw', data: { activity, item } });
}

const isHere = (ctx: BehaviourContext, id: ItemId): boolean =>
  (ctx.entries.get(contributionKey(id)) as ContributionView | undefined)?.activity === ctx.activity;
