import type { ItemId, Reference } from '../../ids.ts';
import type { Author, Block, Piece, Quote, Run, Translated, Withheld } from '../../minutes-document.ts';
import type { TextLanguage } from '../../text.ts';
import { readVault } from '../../vault.ts';
import type { MinutesContext } from '../activity.ts';
import type { Contribution, DiscussionState } from './state.ts';
import { endorsement, parts } from './view.ts';

/** A contribution that readers may read. */
interface Shown {
  readonly c: Contribution;
  readonly ref: Reference;
  readonly text: string;
}

/** The prompt, what was said in the order of its references, and how much is not shown. */
export function minutes(state: DiscussionState, ctx: MinutesContext): Block[] {
  const shown = shownIn(state, ctx);
  const quotes = quotesOf(state, shown, ctx);
  const withheld = withheldIn(state, shown);
  const [first, ...rest] = withheldPieces(withheld, ctx);
  return [
    { type: 'heading', level: 3, runs: [own(state.config.prompt[ctx.lang], ctx)] },
    { type: 'line', pieces: [...lifecycle(ctx), ...tally(shown, quotes, ctx)] },
    { type: 'quotes', quotes, withheld },
    ...(first
      ? [{ type: 'line' as const, pieces: [[own(`${ctx.words('minutes.notShown')} `, ctx), ...first], ...rest] }]
      : []),
  ];
}

const own = (text: string, ctx: MinutesContext, style?: Run['style']): Run => ({
  text,
  lang: ctx.lang,
  ...(style ? { style } : {}),
});

function shownIn(state: DiscussionState, ctx: MinutesContext): Map<ItemId, Shown> {
  const shown: Shown[] = [];
  for (const c of state.contributions.values()) {
    const text = readVault(ctx.core.vault, c.text, 'text')?.text;
    if (c.status === 'shown' && c.ref && text !== undefined) shown.push({ c, ref: c.ref, text });
  }
  const number = (ref: Reference) => Number(ref.slice(1));
  shown.sort((a, b) => number(a.ref) - number(b.ref));
  return new Map(shown.map((s) => [s.c.id, s]));
}

/** Where a reply's parent stands in the minutes: itself, or what it was merged into; undefined where it is not shown. */
function hostOf(state: DiscussionState, shown: ReadonlyMap<ItemId, Shown>, parent: ItemId): Shown | undefined {
  const c = state.contributions.get(parent);
  return shown.get(c?.status === 'merged' && c.mergedInto ? c.mergedInto : parent);
}

function quotesOf(state: DiscussionState, shown: ReadonlyMap<ItemId, Shown>, ctx: MinutesContext): Quote[] {
  const replies = new Map<ItemId, Quote[]>();
  const top: Shown[] = [];
  for (const s of shown.values()) {
    const host = s.c.parent && hostOf(state, shown, s.c.parent);
    if (!host) top.push(s);
    else replies.set(host.c.id, [...(replies.get(host.c.id) ?? []), quote(state, s, host, [], ctx)]);
  }
  return top.map((s) => quote(state, s, undefined, replies.get(s.c.id) ?? [], ctx));
}

function quote(
  state: DiscussionState,
  { c, ref, text }: Shown,
  host: Shown | undefined,
  replies: readonly Quote[],
  ctx: MinutesContext,
): Quote {
  const translations = ctx.core.translations(c.id, c.wording);
  const foreign = primary(c.lang) !== ctx.lang;
  const translation = foreign ? translations[ctx.lang] : undefined;
  const written: Run = { text, lang: c.lang };
  const parent = (host && c.parent && state.contributions.get(c.parent)?.ref) || null;
  const by = ctx.author(ctx.core.attributionOf(c.author));
  const merged = parts(state, c, ctx.core).map((part) => ({ ref: part.ref, by: ctx.author(part.by) }));
  const endorsements = endorsement(state, c) ?? { n: 0, earlier: 0 };
  const untranslated = foreign && !translation;
  const quoted: Omit<Quote, 'notes'> = {
    ref,
    kind: c.parent ? 'reply' : 'contribution',
    parent,
    event: c.order,
    text: translation ? own(translation.text, ctx) : written,
    ...(translation ? { original: written } : {}),
    untranslated,
    translations,
    by,
    endorsements,
    merged,
    replies,
  };
  return { ...quoted, notes: notes(quoted, host, c.lang, translation, ctx) };
}

const primary = (lang: TextLanguage): string => lang.split('-')[0] ?? lang;

function notes(
  q: Omit<Quote, 'notes'>,
  host: Shown | undefined,
  lang: TextLanguage,
  translation: Translated | undefined,
  ctx: MinutesContext,
): Piece[] {
  const { words } = ctx;
  const pieces: Piece[] = authorPieces(q.by);
  if (q.kind === 'reply' && q.parent === null) pieces.push([own(words('minutes.replyToNotShown'), ctx)]);
  // Under what its parent was merged into, a reply says which of them it answers.
  if (q.parent !== null && host && q.parent !== host.ref)
    pieces.push([
      own(`${words('minutes.replyTo')} `, ctx),
      { text: q.parent, lang: 'und', style: 'ref', target: q.parent },
    ]);
  if (q.endorsements.n > 0) pieces.push([own(words('minutes.endorsements', { n: q.endorsements.n }), ctx)]);
  const { n, earlier } = q.endorsements;
  if (earlier > 0)
    pieces.push([
      own(earlier === n ? words('minutes.endorsedEarlierAll') : words('minutes.endorsedEarlier', { n: earlier }), ctx),
    ]);
  if (translation) {
    pieces.push(
      translation.by
        ? [own(`${words('minutes.translatedBy')} `, ctx), { text: translation.by, lang: 'und' }]
        : [own(words('minutes.translated'), ctx)],
    );
    if (translation.earlier) pieces.push([own(words('minutes.translatedEarlier'), ctx, 'warn')]);
  }
  if (q.untranslated)
    pieces.push([
      own(
        primary(lang) === 'und'
          ? words('minutes.untranslatedUnknown')
          : words('minutes.untranslated', { language: ctx.languageName(lang) }),
        ctx,
        'warn',
      ),
    ]);
  return [...pieces, ...mergedPieces(q.merged, ctx)];
}

const authorPieces = (by: Author): Piece[] =>
  [by.name, by.organisation, by.city].flatMap((run) => (run ? [[run]] : []));

function mergedPieces(merged: Quote['merged'], ctx: MinutesContext): Piece[] {
  return merged.map(({ ref, by }, i) => [
    ...(i === 0 ? [own(`${ctx.words('minutes.merged')} `, ctx)] : []),
    { text: ref, lang: 'und', style: 'ref', target: ref, anchor: ref },
    own(' (', ctx),
    ...authorPieces(by).flatMap((piece, j) => (j === 0 ? piece : [own(ctx.words('minutes.comma'), ctx), ...piece])),
    own(')', ctx),
  ]);
}

function lifecycle(ctx: MinutesContext): Piece[] {
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

function tally(shown: ReadonlyMap<ItemId, Shown>, quotes: readonly Quote[], ctx: MinutesContext): Piece[] {
  const all = quotes.flatMap((q) => [q, ...q.replies]);
  const replies = all.filter((q) => q.kind === 'reply').length;
  const people = new Set([...shown.values()].map((s) => s.c.author)).size;
  const endorsements = all.reduce((sum, q) => sum + q.endorsements.n, 0);
  const untranslated = all.filter((q) => q.untranslated).length;
  const count = (key: string, n: number, style?: Run['style']): Piece[] => [[own(ctx.words(key, { n }), ctx, style)]];
  return [
    ...(ctx.lifecycle.openedAt === null && all.length === 0
      ? []
      : count('minutes.contributions', all.length - replies)),
    ...(replies > 0 ? count('minutes.replies', replies) : []),
    ...(people > 0 ? count('minutes.people', people) : []),
    ...(endorsements > 0 ? count('minutes.endorsements', endorsements) : []),
    ...(untranslated > 0 ? count('minutes.notTranslated', untranslated, 'warn') : []),
  ];
}

function withheldIn(state: DiscussionState, shown: ReadonlyMap<ItemId, Shown>): Withheld {
  const withheld = { hidden: 0, removed: 0, withdrawn: 0, pending: 0, late: 0 };
  for (const c of state.contributions.values()) {
    if (shown.has(c.id)) continue;
    // Shown by its state and without a text: destroyed outside the log, as when an old vault is put back.
    if (c.status === 'shown') withheld.removed++;
    else if (c.status !== 'merged') withheld[c.status]++;
    // What was merged into a hidden one is not to be read either.
    else if (c.mergedInto && !shown.has(c.mergedInto)) withheld.hidden++;
  }
  return withheld;
}

const withheldPieces = (withheld: Withheld, ctx: MinutesContext): Piece[] =>
  (Object.keys(withheld) as (keyof Withheld)[])
    .filter((why) => withheld[why] > 0)
    .map((why) => [own(ctx.words(`minutes.${why}`, { n: withheld[why] }), ctx)]);
