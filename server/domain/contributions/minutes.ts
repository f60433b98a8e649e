import type { MinutesContext } from '../activities/activity.ts';
import type { ItemId, Reference } from '../ids.ts';
import { type Block, everyQuote, type Piece, type Quote, type Run, type Withheld } from '../minutes-document.ts';
import type { Localized } from '../text.ts';
import { own, type PlaceName, placeOf, quotesOf, type Said } from './minutes-quote.ts';
import type { ContributionsState } from './state.ts';
import { textOf } from './view.ts';

/** What readers may read of an activity. */
export interface Reading {
  /** In the order of their references, each with what stands under it. */
  readonly quotes: readonly Quote[];
  /** How many texts are not shown: of a place, or of all. */
  withheld(place?: string): Withheld;
  /** How much there is, in words. */
  readonly tally: readonly Piece[];
}

/** The prompt, what was said in the order of its references, and how much is not shown. */
export function contributionMinutes(state: ContributionsState, prompt: Localized, ctx: MinutesContext): Block[] {
  const { quotes, withheld, tally } = readContributions(state, ctx);
  return [
    ...headBlocks(prompt, tally, ctx),
    { type: 'quotes', quotes, withheld: withheld() },
    ...withheldBlocks(withheld(), ctx),
  ];
}

/** The prompt and the line under it: when it was open, and how much there is. */
export const headBlocks = (prompt: Localized, pieces: readonly Piece[], ctx: MinutesContext): Block[] => [
  { type: 'heading', level: 3, runs: [own(prompt[ctx.lang], ctx)] },
  { type: 'line', pieces: [...lifecyclePieces(ctx), ...pieces] },
];

/** What is said of an activity's texts. `entries` is what the kind calls its contributions: a key of the words. */
export function readContributions(
  state: ContributionsState,
  ctx: MinutesContext,
  nameOf: PlaceName = () => undefined,
  entries = 'minutes.contributions',
): Reading {
  const said = saidIn(state, ctx);
  const quotes = quotesOf(state, said, ctx, nameOf);
  return {
    quotes,
    withheld: (place) => withheldIn(state, said, place),
    tally: tallyOf(said, quotes, entries, ctx),
  };
}

function saidIn(state: ContributionsState, ctx: MinutesContext): Map<ItemId, Said> {
  const read = (id: ItemId): Said | undefined => {
    const c = state.contributions.get(id);
    const text = c && textOf(c, ctx.core);
    return c?.ref && text !== undefined ? { c, ref: c.ref, text } : undefined;
  };
  const said: Said[] = [];
  for (const { id, status } of state.contributions.values()) {
    const whole = status === 'shown' && read(id);
    if (!whole) continue;
    // What was merged is there to read as long as its whole is, and no longer.
    said.push(whole, ...whole.c.merged.flatMap((part) => read(part) ?? []));
  }
  said.sort((a, b) => numberOf(a.ref) - numberOf(b.ref));
  return new Map(said.map((s) => [s.c.id, s]));
}

export const numberOf = (ref: Reference): number => Number(ref.slice(1));

export function lifecyclePieces(ctx: MinutesContext): Piece[] {
  const { status, openedAt, closesAt } = ctx.lifecycle;
  const say = (key: string, at?: number): Piece => [
    own(ctx.words(key, at === undefined ? {} : { time: ctx.time(at) }), ctx),
  ];
  if (openedAt === null) return [say('minutes.notOpened')];
  const opened = say('minutes.opened', openedAt);
  if (status === 'closed' && closesAt !== null) return [opened, say('minutes.closed', closesAt)];
  return [
    opened,
    say(status === 'paused' ? 'minutes.paused' : status === 'closing' ? 'minutes.closing' : 'minutes.stillOpen'),
  ];
}

function tallyOf(
  said: ReadonlyMap<ItemId, Said>,
  quotes: readonly Quote[],
  entries: string,
  ctx: MinutesContext,
): Piece[] {
  const all = [...everyQuote(quotes)];
  const of = (kind: Quote['kind']): number => all.filter((q) => q.kind === kind).length;
  // Where authors appear by city or kind, how many they are would tell who wrote more than once.
  const people = ctx.core.tellsTimes ? new Set([...said.values()].flatMap((s) => s.c.author ?? [])).size : 0;
  const count = (key: string, n: number, style?: Run['style']): Piece[] =>
    n > 0 ? [[own(ctx.words(key, { n }), ctx, style)]] : [];
  const none = ctx.lifecycle.openedAt === null && all.length === 0;
  return [
    ...(none ? [] : [[own(ctx.words(entries, { n: of('contribution') }), ctx)]]),
    ...count('minutes.ofTheDocument', all.filter((q) => q.by.as === 'document' && q.kind === 'contribution').length),
    ...count('minutes.objections', of('contest')),
    ...count('minutes.replies', of('reply')),
    ...count('minutes.mergedTexts', of('merged')),
    ...count('minutes.people', people),
    ...count(
      'minutes.endorsements',
      all.reduce((sum, q) => sum + q.endorsements.n, 0),
    ),
    ...count('minutes.notTranslated', all.filter((q) => q.untranslated).length, 'warn'),
  ];
}

function withheldIn(state: ContributionsState, said: ReadonlyMap<ItemId, Said>, place?: string): Withheld {
  const withheld = { hidden: 0, removed: 0, withdrawn: 0, pending: 0, late: 0 };
  for (const c of state.contributions.values()) {
    if (said.has(c.id) || (place !== undefined && placeOf(state, c) !== place)) continue;
    // What was merged into a hidden one is not to be read either.
    const hidden = c.status === 'merged' && c.mergedInto && !said.has(c.mergedInto);
    // To be read by its state and without a text: destroyed outside the log, as when an old vault is put back.
    const lost = c.status === 'shown' || c.status === 'merged' ? 'removed' : c.status;
    withheld[hidden ? 'hidden' : lost]++;
  }
  return withheld;
}

/** One line that says what is not shown, where there is anything. */
export function withheldBlocks(withheld: Withheld, ctx: MinutesContext): Block[] {
  const [first, ...rest] = (Object.keys(withheld) as (keyof Withheld)[])
    .filter((why) => withheld[why] > 0)
    .map((why): Piece => [own(ctx.words(`minutes.${why}`, { n: withheld[why] }), ctx)]);
  return first ? [{ type: 'line', pieces: [[own(`${ctx.words('minutes.notShown')} `, ctx), ...first], ...rest] }] : [];
}
