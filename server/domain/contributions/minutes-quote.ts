import type { MinutesContext } from '../activities/activity.ts';
import type { ItemId, Reference } from '../ids.ts';
import type { Author, Piece, Place, Quote, Run, Translated } from '../minutes-document.ts';
import type { TextLanguage } from '../text.ts';
import { type Contribution, type ContributionsState, isSealed } from './state.ts';
import { byOf, endorsement, parts, translationsOf } from './view.ts';

/** A contribution that readers may read: on its own, or under what it was merged into. */
export interface Said {
  readonly c: Contribution;
  readonly ref: Reference;
  readonly text: string;
}

/** The name of a place of the activity, as `Contribution.place` has its id. */
export type PlaceName = (id: string) => Run | undefined;

/** A run in the chosen language. */
export const own = (text: string, ctx: MinutesContext, style?: Run['style']): Run => ({
  text,
  lang: ctx.lang,
  ...(style ? { style } : {}),
});

export const refRun = (ref: Reference): Run => ({ text: ref, lang: 'und', style: 'ref', target: ref });

/** A text in the chosen language: its translation where it has one and needs one. */
export function inLanguage(
  text: Run,
  translations: Readonly<Record<string, Translated>>,
  ctx: MinutesContext,
): { readonly run: Run; readonly foreign: boolean; readonly translation: Translated | undefined } {
  const foreign = primary(text.lang) !== ctx.lang;
  const translation = foreign ? translations[ctx.lang] : undefined;
  return { run: translation ? own(translation.text, ctx) : text, foreign, translation };
}

/** Where in the activity a text stands: what hangs on another stands where that does. */
export const placeOf = (state: ContributionsState, c: Contribution): string | null =>
  c.place ?? (c.parent && state.contributions.get(c.parent)?.place) ?? null;

/** Texts as they are read: each with what stands under it. */
export function quotesOf(
  state: ContributionsState,
  said: ReadonlyMap<ItemId, Said>,
  ctx: MinutesContext,
  nameOf: PlaceName,
): Quote[] {
  const under = new Map<ItemId, Said[]>();
  const top: Said[] = [];
  for (const s of said.values()) {
    const host = hostOf(state, said, s.c);
    if (!host) top.push(s);
    else under.set(host.c.id, [...(under.get(host.c.id) ?? []), s]);
  }
  const fold = (s: Said, host?: Said): Quote => {
    const below = (under.get(s.c.id) ?? []).map((each) => fold(each, s));
    return quote(state, s, host, below, ctx, nameOf);
  };
  return top.map((s) => fold(s));
}

/** What a text stands under: a part under its whole, others under their parent or what that was merged into. */
function hostOf(state: ContributionsState, said: ReadonlyMap<ItemId, Said>, c: Contribution): Said | undefined {
  if (c.mergedInto) return said.get(c.mergedInto);
  return c.parent ? said.get(state.contributions.get(c.parent)?.mergedInto ?? c.parent) : undefined;
}

function quote(
  state: ContributionsState,
  { c, ref, text }: Said,
  host: Said | undefined,
  under: readonly Quote[],
  ctx: MinutesContext,
  nameOf: PlaceName,
): Quote {
  // A text of the meeting file was written in each of its languages.
  const fromFile = !isSealed(c.text);
  const translations = fromFile ? {} : translationsOf(c, ctx.core);
  const written: Run = isSealed(c.text) ? { text, lang: c.lang } : own(c.text[ctx.lang], ctx);
  const { run, foreign, translation } = inLanguage(written, translations, ctx);
  const kind = c.mergedInto ? 'merged' : c.contests ? 'contest' : c.parent ? 'reply' : 'contribution';
  const answered = (host && c.parent && state.contributions.get(c.parent)?.ref) || null;
  // Those of a part count for its whole, and are counted there.
  const numbers = (kind !== 'merged' && endorsement(state, c)) || { n: 0, earlier: 0 };
  const of = (which: Quote['kind']) => under.filter((below) => below.kind === which);
  const quoted: Omit<Quote, 'notes'> = {
    id: c.id,
    ref,
    kind,
    parent: kind === 'merged' ? (host?.ref ?? null) : answered,
    place: placed(placeOf(state, c), nameOf),
    event: ctx.core.tellsTimes ? c.order : null,
    text: run,
    ...(translation ? { original: written } : {}),
    untranslated: foreign && !translation,
    translations,
    by: ctx.author(byOf(c, ctx.core)),
    behalf: c.behalf && ctx.core.tellsTimes,
    endorsements: { n: numbers.n, earlier: numbers.earlier },
    contested: numbers.contests ?? 0,
    merged: parts(state, c, ctx.core).map((part) => ({ ref: part.ref, by: ctx.author(part.by) })),
    parts: of('merged'),
    contests: of('contest'),
    replies: of('reply'),
  };
  return { ...quoted, notes: notes(quoted, { host, lang: written.lang, translation }, ctx) };
}

function placed(id: string | null, nameOf: PlaceName): Place | null {
  const name = id === null ? undefined : nameOf(id);
  return id !== null && name ? { id, name } : null;
}

const primary = (lang: TextLanguage): string => lang.split('-')[0] ?? lang;

interface Noted {
  readonly host: Said | undefined;
  readonly lang: TextLanguage;
  readonly translation: Translated | undefined;
}

function notes(q: Omit<Quote, 'notes'>, { host, lang, translation }: Noted, ctx: MinutesContext): Piece[] {
  const { words } = ctx;
  const say = (key: string, values?: Parameters<typeof words>[1], style?: Run['style']): Piece => [
    own(words(`minutes.${key}`, values), ctx, style),
  ];
  const leading = (key: string, ref: Reference): Piece => [own(`${words(`minutes.${key}`)} `, ctx), refRun(ref)];
  // Under what its parent was merged into, a text says which of them it is about.
  const elsewhere = host && q.parent !== host.ref ? q.parent : null;
  const { n, earlier } = q.endorsements;
  return [
    ...(q.kind !== 'contest'
      ? []
      : [
          q.parent === null
            ? say('objectionToNotShown')
            : elsewhere
              ? leading('objectionTo', elsewhere)
              : say('objection'),
        ]),
    ...authorPieces(q.by),
    ...(q.behalf ? [say('behalf')] : []),
    ...(q.kind === 'reply' && q.parent === null ? [say('replyToNotShown')] : []),
    ...(q.kind === 'merged' && q.parent !== null ? [leading('mergedInto', q.parent)] : []),
    ...(q.kind === 'reply' && elsewhere ? [leading('replyTo', elsewhere)] : []),
    ...(n > 0 ? [say('endorsements', { n })] : []),
    ...(earlier > 0 ? [earlier === n ? say('endorsedEarlierAll') : say('endorsedEarlier', { n: earlier })] : []),
    ...(q.contested > 0 ? [say('objections', { n: q.contested })] : []),
    ...(translation ? translationPieces(translation, ctx) : []),
    ...(q.untranslated
      ? [
          primary(lang) === 'und'
            ? say('untranslatedUnknown', {}, 'warn')
            : say('untranslated', { language: ctx.languageName(lang) }, 'warn'),
        ]
      : []),
    ...mergedPieces(q, ctx),
  ];
}

const translationPieces = ({ by, earlier }: Translated, ctx: MinutesContext): Piece[] => [
  by
    ? [own(`${ctx.words('minutes.translatedBy')} `, ctx), { text: by, lang: 'und' }]
    : [own(ctx.words('minutes.translated'), ctx)],
  ...(earlier ? [[own(ctx.words('minutes.translatedEarlier'), ctx, 'warn')]] : []),
];

const authorPieces = (by: Author): Piece[] =>
  [by.name, by.organisation, by.city].flatMap((run) => (run ? [[run]] : []));

function mergedPieces({ merged, parts }: Pick<Quote, 'merged' | 'parts'>, ctx: MinutesContext): Piece[] {
  // A part has its anchor where its text stands; one whose text is lost has it beside its credit.
  const anchored = new Set(parts.map((part) => part.ref));
  return merged.map(({ ref, by }, i) => [
    ...(i === 0 ? [own(`${ctx.words('minutes.merged')} `, ctx)] : []),
    { ...refRun(ref), ...(anchored.has(ref) ? {} : { anchor: ref }) },
    own(' (', ctx),
    ...authorPieces(by).flatMap((piece, j) => (j === 0 ? piece : [own(ctx.words('minutes.comma'), ctx), ...piece])),
    own(')', ctx),
  ]);
}
