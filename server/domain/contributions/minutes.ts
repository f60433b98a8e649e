import type { MinutesContext } from '../activities/activity.ts';
import type { ItemId, Reference } from '../ids.ts';
import {
  type Author,
  type Block,
  everyQuote,
  type Piece,
  type Quote,
  type Run,
  type Translated,
  type Withheld,
} from '../minutes-document.ts';
import type { Localized, TextLanguage } from '../text.ts';
import type { Contribution, ContributionsState } from './state.ts';
import { byOf, endorsement, parts, textOf, translationsOf } from './view.ts';

/** A contribution that readers may read: on its own, or under what it was merged into. */
interface Said {
  readonly c: Contribution;
  readonly ref: Reference;
  readonly text: string;
}

/**
 * The prompt, what was said in the order of its references, and how much is not shown. `between` stands between the
 * head and the texts: a kind's own table or figure.
 */
export function contributionMinutes(
  state: ContributionsState,
  prompt: Localized,
  ctx: MinutesContext,
  between: readonly Block[] = [],
): Block[] {
  const said = saidIn(state, ctx);
  const quotes = quotesOf(state, said, ctx);
  const withheld = withheldIn(state, said);
  const [first, ...rest] = withheldPieces(withheld, ctx);
  return [
    { type: 'heading', level: 3, runs: [own(prompt[ctx.lang], ctx)] },
    { type: 'line', pieces: [...lifecyclePieces(ctx), ...tally(said, quotes, ctx)] },
    ...between,
    { type: 'quotes', quotes, withheld },
    ...(first
      ? [{ type: 'line' as const, pieces: [[own(`${ctx.words('minutes.notShown')} `, ctx), ...first], ...rest] }]
      : []),
  ];
}

export const own = (text: string, ctx: MinutesContext, style?: Run['style']): Run => ({
  text,
  lang: ctx.lang,
  ...(style ? { style } : {}),
});

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
  const number = (ref: Reference) => Number(ref.slice(1));
  said.sort((a, b) => number(a.ref) - number(b.ref));
  return new Map(said.map((s) => [s.c.id, s]));
}

/** What a text stands under: a part under its whole, a reply under its parent or what that was merged into. */
function hostOf(state: ContributionsState, said: ReadonlyMap<ItemId, Said>, c: Contribution): Said | undefined {
  if (c.mergedInto) return said.get(c.mergedInto);
  return c.parent ? said.get(state.contributions.get(c.parent)?.mergedInto ?? c.parent) : undefined;
}

function quotesOf(state: ContributionsState, said: ReadonlyMap<ItemId, Said>, ctx: MinutesContext): Quote[] {
  const under = new Map<ItemId, Said[]>();
  const top: Said[] = [];
  for (const s of said.values()) {
    const host = hostOf(state, said, s.c);
    if (!host) top.push(s);
    else under.set(host.c.id, [...(under.get(host.c.id) ?? []), s]);
  }
  const fold = (s: Said, host?: Said): Quote =>
    quote(
      state,
      s,
      host,
      (under.get(s.c.id) ?? []).map((below) => fold(below, s)),
      ctx,
    );
  return top.map((s) => fold(s));
}

function quote(
  state: ContributionsState,
  { c, ref, text }: Said,
  host: Said | undefined,
  under: readonly Quote[],
  ctx: MinutesContext,
): Quote {
  const translations = translationsOf(c, ctx.core);
  const foreign = primary(c.lang) !== ctx.lang;
  const translation = foreign ? translations[ctx.lang] : undefined;
  const written: Run = { text, lang: c.lang };
  const kind = c.mergedInto ? 'merged' : c.parent ? 'reply' : 'contribution';
  const answered = (host && c.parent && state.contributions.get(c.parent)?.ref) || null;
  const by = ctx.author(byOf(c, ctx.core));
  const merged = parts(state, c, ctx.core).map((part) => ({ ref: part.ref, by: ctx.author(part.by) }));
  // Those of a part count for its whole, and are counted there.
  const endorsements = (kind !== 'merged' && endorsement(state, c)) || { n: 0, earlier: 0 };
  const untranslated = foreign && !translation;
  const quoted: Omit<Quote, 'notes'> = {
    ref,
    kind,
    parent: kind === 'merged' ? (host?.ref ?? null) : answered,
    event: c.order,
    text: translation ? own(translation.text, ctx) : written,
    ...(translation ? { original: written } : {}),
    untranslated,
    translations,
    by,
    endorsements,
    merged,
    parts: under.filter((below) => below.kind === 'merged'),
    replies: under.filter((below) => below.kind === 'reply'),
  };
  return { ...quoted, notes: notes(quoted, host, c.lang, translation, ctx) };
}

const primary = (lang: TextLanguage): string => lang.split('-')[0] ?? lang;

function notes(
  q: Omit<Quote, 'notes'>,
  host: Said | undefined,
  lang: TextLanguage,
  translation: Translated | undefined,
  ctx: MinutesContext,
): Piece[] {
  const { words } = ctx;
  const pieces: Piece[] = authorPieces(q.by);
  if (q.kind === 'reply' && q.parent === null) pieces.push([own(words('minutes.replyToNotShown'), ctx)]);
  const leading = (key: string, ref: Reference): Piece => [
    own(`${words(key)} `, ctx),
    { text: ref, lang: 'und', style: 'ref', target: ref },
  ];
  if (q.kind === 'merged' && q.parent !== null) pieces.push(leading('minutes.mergedInto', q.parent));
  // Under what its parent was merged into, a reply says which of them it answers.
  if (q.kind === 'reply' && q.parent !== null && host && q.parent !== host.ref)
    pieces.push(leading('minutes.replyTo', q.parent));
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
  return [...pieces, ...mergedPieces(q, ctx)];
}

const authorPieces = (by: Author): Piece[] =>
  [by.name, by.organisation, by.city].flatMap((run) => (run ? [[run]] : []));

function mergedPieces({ merged, parts }: Pick<Quote, 'merged' | 'parts'>, ctx: MinutesContext): Piece[] {
  // A part has its anchor where its text stands; one whose text is lost has it beside its credit.
  const anchored = new Set(parts.map((part) => part.ref));
  return merged.map(({ ref, by }, i) => [
    ...(i === 0 ? [own(`${ctx.words('minutes.merged')} `, ctx)] : []),
    { text: ref, lang: 'und', style: 'ref', target: ref, ...(anchored.has(ref) ? {} : { anchor: ref }) },
    own(' (', ctx),
    ...authorPieces(by).flatMap((piece, j) => (j === 0 ? piece : [own(ctx.words('minutes.comma'), ctx), ...piece])),
    own(')', ctx),
  ]);
}

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

function tally(said: ReadonlyMap<ItemId, Said>, quotes: readonly Quote[], ctx: MinutesContext): Piece[] {
  const all = [...everyQuote(quotes)];
  const of = (kind: Quote['kind']): number => all.filter((q) => q.kind === kind).length;
  const replies = of('reply');
  const merged = of('merged');
  const people = new Set([...said.values()].flatMap((s) => s.c.author ?? [])).size;
  const endorsements = all.reduce((sum, q) => sum + q.endorsements.n, 0);
  const untranslated = all.filter((q) => q.untranslated).length;
  const count = (key: string, n: number, style?: Run['style']): Piece[] => [[own(ctx.words(key, { n }), ctx, style)]];
  return [
    ...(ctx.lifecycle.openedAt === null && all.length === 0 ? [] : count('minutes.contributions', of('contribution'))),
    ...(replies > 0 ? count('minutes.replies', replies) : []),
    ...(merged > 0 ? count('minutes.mergedTexts', merged) : []),
    ...(people > 0 ? count('minutes.people', people) : []),
    ...(endorsements > 0 ? count('minutes.endorsements', endorsements) : []),
    ...(untranslated > 0 ? count('minutes.notTranslated', untranslated, 'warn') : []),
  ];
}

function withheldIn(state: ContributionsState, said: ReadonlyMap<ItemId, Said>): Withheld {
  const withheld = { hidden: 0, removed: 0, withdrawn: 0, pending: 0, late: 0 };
  for (const c of state.contributions.values()) {
    if (said.has(c.id)) continue;
    // What was merged into a hidden one is not to be read either.
    const hidden = c.status === 'merged' && c.mergedInto && !said.has(c.mergedInto);
    // To be read by its state and without a text: destroyed outside the log, as when an old vault is put back.
    const lost = c.status === 'shown' || c.status === 'merged' ? 'removed' : c.status;
    withheld[hidden ? 'hidden' : lost]++;
  }
  return withheld;
}

const withheldPieces = (withheld: Withheld, ctx: MinutesContext): Piece[] =>
  (Object.keys(withheld) as (keyof Withheld)[])
    .filter((why) => withheld[why] > 0)
    .map((why) => [own(ctx.words(`minutes.${why}`, { n: withheld[why] }), ctx)]);
