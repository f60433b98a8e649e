import type { DecideContext } from '../activities/activity.ts';
import type { ItemId, ParticipantId } from '../ids.ts';
import { Rejection } from '../rejection.ts';
import { cleanText, MAX_NOTE, MAX_TEXT, type TextLanguage } from '../text.ts';
import { arrival } from './arrival.ts';
import type { ContributionCommand, ContributionEvent } from './schema.ts';
import { type Contribution, type ContributionsState, endorsersOf, isSealed } from './state.ts';

/** A text that arrives, and where it goes. */
export interface Written {
  readonly text: string;
  readonly lang?: TextLanguage | undefined;
  readonly writtenAt?: number | undefined;
  readonly parent?: ItemId | undefined;
  readonly place?: string;
}

type SeedsPublished = Extract<ContributionEvent, { type: 'SeedsPublished' }>;
type Data<T extends ContributionCommand['type']> = Extract<ContributionCommand, { type: T }>['data'];

/** What every kind's contributions have in common: rules DIS1 to DIS23 of `activities/discussion/SPEC.md`. */
export function decideContributions(
  state: ContributionsState,
  command: ContributionCommand,
  ctx: DecideContext,
): ContributionEvent[] {
  const { id: activity } = state;
  switch (command.type) {
    case 'Edit':
      return edit(state, command.data, ctx);
    case 'CorrectLanguage': {
      const c = standing(state, command.data.item);
      if (ctx.actor.kind === 'participant' && c.author !== ctx.actor.id) throw new Rejection('NOT_YOURS');
      if (!isSealed(c.text)) throw new Rejection('FROM_DOCUMENT');
      const { lang } = command.data;
      return c.lang === lang && !c.guessed ? [] : [{ type: 'LanguageCorrected', data: { activity, item: c.id, lang } }];
    }
    case 'Withdraw': {
      const c = standing(state, command.data.item);
      if (c.author !== author(ctx)) throw new Rejection('NOT_YOURS');
      return [{ type: 'ContributionWithdrawn', data: { activity, item: c.id, forgets: sealsOf(c, ctx) } }];
    }
    case 'Endorse':
    case 'Unendorse':
      return endorse(state, command, ctx);
    case 'Hide':
      return hide(state, command.data, ctx);
    case 'Unhide': {
      const c = published(state, command.data.item);
      if (c.status !== 'hidden' || !c.hidden) return [];
      const { reason, note } = c.hidden;
      // An undo stands in the log, which holds no text: a hiding with a note is not offered again.
      if (!note) undo(state, ctx, c, 'Hide', { activity, item: c.id, reason });
      return [{ type: 'ContributionUnhidden', data: { activity, item: c.id, forgets: note ? [note.id] : [] } }];
    }
    case 'Pin':
    case 'Unpin': {
      const c = published(state, command.data.item);
      const pin = command.type === 'Pin';
      if (pin && c.status === 'hidden') throw new Rejection('ITEM_HIDDEN');
      if (c.pinned === pin) return [];
      const data = { activity, item: c.id };
      undo(state, ctx, c, pin ? 'Unpin' : 'Pin', data);
      return [{ type: pin ? 'ContributionPinned' : 'ContributionUnpinned', data }];
    }
    case 'Merge':
      return merge(state, command.data, ctx);
    case 'Unmerge': {
      const from = [...new Set(command.data.from)];
      const parts = from.map((id) => standing(state, id));
      const into = parts[0]?.mergedInto;
      if (!into || parts.some((c) => c.status !== 'merged' || c.mergedInto !== into))
        throw new Rejection('MERGE_IMPOSSIBLE');
      undo(state, ctx, existing(state, into), 'Merge', { activity, into, from });
      return [{ type: 'ContributionsUnmerged', data: { activity, from } }];
    }
    case 'Remove': {
      const c = existing(state, command.data.item);
      if (c.status === 'removed') return [];
      // What the meeting file says is public, and not a person's: it can be hidden.
      if (!isSealed(c.text)) throw new Rejection('FROM_DOCUMENT');
      const { reason } = command.data;
      return [{ type: 'ContributionRemoved', data: { activity, item: c.id, reason, forgets: sealsOf(c, ctx) } }];
    }
    case 'Reveal': {
      if (state.revealed) throw new Rejection('NOTHING_TO_REVEAL');
      if (ctx.lifecycle.openedAt === null) throw new Rejection('ACTIVITY_NOT_OPEN');
      const pending = [...state.contributions.values()].filter((c) => c.status === 'pending');
      const published = pending.map((c) => ({ item: c.id, ref: ctx.reference('C') }));
      return [{ type: 'Revealed', data: { activity, published } }];
    }
    case 'AdmitLate': {
      const c = existing(state, command.data.item);
      if (c.status !== 'late') throw gone(c) ?? new Rejection('UNCHANGED');
      const ref = state.revealed ? { ref: ctx.reference('C') } : {};
      return [{ type: 'LateContributionAdmitted', data: { activity, item: c.id, ...ref } }];
    }
    default:
      return unknown(command);
  }
}

/** A contribution or a reply of a participant. */
export function contribute(state: ContributionsState, written: Written, ctx: DecideContext): ContributionEvent[] {
  const participant = author(ctx);
  const text = checkedText(written.text);
  if (written.parent !== undefined) {
    if (!state.rules.replies) throw new Rejection('REPLIES_OFF');
    answerable(state, written.parent);
  }
  const late = arrival(ctx, written.writtenAt) === 'late';
  return [added(state, { ...written, text }, participant, late, ctx)];
}

/** A participant's reason against a contribution: a text under it. One person contests it once, and does not endorse it. */
export function contest(
  state: ContributionsState,
  written: Written & { readonly parent: ItemId },
  ctx: DecideContext,
): ContributionEvent[] {
  const participant = author(ctx);
  const text = checkedText(written.text);
  if (!state.rules.contests) throw new Rejection('CONTESTS_OFF');
  const c = answerable(state, written.parent);
  if (wholeOf(state, c).some((part) => part.author === participant)) throw new Rejection('OWN_ITEM');
  if (wholeOf(state, c).some((part) => part.contested.has(participant))) throw new Rejection('ALREADY_CONTESTED');
  const late = arrival(ctx, written.writtenAt) === 'late';
  const event = added(state, { ...written, text, contests: true }, participant, late, ctx);
  if (!endorsersOf(state, c).has(participant)) return [event];
  return [{ type: 'EndorsementWithdrawn', data: { activity: state.id, item: c.id, participant } }, event];
}

/** The texts that the meeting file brings, when they are first shown: at the opening. */
export function publishSeeds(state: ContributionsState, ctx: DecideContext): SeedsPublished[] {
  if (state.seeds.length === 0) return [];
  const published = state.seeds.map((_, seed) => ({ item: ctx.newId() as ItemId, ref: ctx.reference('C'), seed }));
  return [{ type: 'SeedsPublished', data: { activity: state.id, published } }];
}

function added(
  state: ContributionsState,
  written: Written & { readonly contests?: boolean },
  participant: ParticipantId | null,
  late: boolean,
  ctx: DecideContext,
): ContributionEvent {
  const { text, parent, place, contests } = written;
  return {
    type: 'ContributionAdded',
    data: {
      activity: state.id,
      item: ctx.newId() as ItemId,
      ...(participant ? { participant } : {}),
      text: ctx.seal({ kind: 'text', text }),
      ...languageOf(text, written.lang, participant, ctx),
      ...(parent === undefined ? {} : { parent }),
      ...(place === undefined ? {} : { place }),
      ...(contests ? { contests } : {}),
      ...(ctx.actor.kind === 'participant' && ctx.actor.via !== undefined ? { behalf: true } : {}),
      ...(state.revealed && !late ? { ref: ctx.reference('C') } : {}),
      ...(late ? { late } : {}),
    },
  };
}

function edit(state: ContributionsState, data: Data<'Edit'>, ctx: DecideContext): ContributionEvent[] {
  const c = standing(state, data.item);
  if (c.author !== author(ctx) || !isSealed(c.text)) throw new Rejection('NOT_YOURS');
  if (c.status === 'merged') throw new Rejection('ITEM_MERGED');
  if (data.wording !== undefined && data.wording !== c.wording) throw new Rejection('ITEM_CHANGED');
  const text = checkedText(data.text);
  const now = ctx.core.vault.get(c.text.id);
  if (now?.kind === 'text' && now.text === text && (data.lang === undefined || data.lang === c.lang)) return [];
  // A language that its author corrected stays corrected.
  const chosen = data.lang ?? (c.guessed ? undefined : c.lang);
  const language = languageOf(text, chosen, c.author, ctx);
  const sealed = ctx.seal({ kind: 'text', text });
  return [
    {
      type: 'ContributionEdited',
      data: { activity: state.id, item: c.id, text: sealed, ...language, forgets: [c.text.id] },
    },
  ];
}

function endorse(
  state: ContributionsState,
  command: Extract<ContributionCommand, { type: 'Endorse' | 'Unendorse' }>,
  ctx: DecideContext,
): ContributionEvent[] {
  const participant = author(ctx);
  const c = published(state, command.data.item);
  if (!state.rules.endorsements) throw new Rejection('ENDORSEMENTS_OFF');
  if (c.status === 'hidden') throw new Rejection('ITEM_HIDDEN');
  const parts = wholeOf(state, c);
  if (parts.some((part) => part.author === participant)) throw new Rejection('OWN_ITEM');
  arrival(ctx);
  const data = { activity: state.id, item: c.id, participant };
  const already = endorsersOf(state, c).get(participant);
  if (command.type === 'Unendorse') return already === undefined ? [] : [{ type: 'EndorsementWithdrawn', data }];
  if (parts.some((part) => part.contested.has(participant))) throw new Rejection('ALREADY_CONTESTED');
  return already === c.wording ? [] : [{ type: 'Endorsed', data }];
}

function hide(state: ContributionsState, data: Data<'Hide'>, ctx: DecideContext): ContributionEvent[] {
  const { item, reason, note } = data;
  const c = published(state, item);
  if (c.status === 'hidden') return [];
  const text = note === undefined ? '' : cleanText(note);
  if (text.length > MAX_NOTE) throw new Rejection('TEXT_TOO_LONG', { max: MAX_NOTE });
  if (reason === 'other' && text === '') throw new Rejection('REASON_MISSING');
  undo(state, ctx, c, 'Unhide', { activity: state.id, item });
  const sealed = text === '' ? {} : { note: ctx.seal({ kind: 'note', text }) };
  return [{ type: 'ContributionHidden', data: { activity: state.id, item, reason, ...sealed } }];
}

function merge(state: ContributionsState, data: Data<'Merge'>, ctx: DecideContext): ContributionEvent[] {
  const into = published(state, data.into);
  const from = [...new Set(data.from)];
  for (const id of from) {
    const c = published(state, id);
    // A merged one keeps its own parts and replies where they are; so only plain, shown contributions merge.
    if (c.id === into.id || c.status !== 'shown' || c.merged.length > 0 || !together(c, into))
      throw new Rejection('MERGE_IMPOSSIBLE');
  }
  if (into.status !== 'shown') throw new Rejection('MERGE_IMPOSSIBLE');
  undo(state, ctx, into, 'Unmerge', { activity: state.id, from });
  return [{ type: 'ContributionsMerged', data: { activity: state.id, into: into.id, from } }];
}

const together = (a: Contribution, b: Contribution): boolean =>
  a.parent === b.parent && a.place === b.place && a.contests === b.contests;

function undo(
  state: ContributionsState,
  ctx: DecideContext,
  c: Contribution,
  command: ContributionCommand['type'],
  data: unknown,
): void {
  ctx.undo(c.id, [{ type: `${state.kind}.${command}`, data }], c.ref ?? undefined);
}

export const author = (ctx: DecideContext): ParticipantId => {
  if (ctx.actor.kind !== 'participant') throw new Rejection('NOT_ALLOWED');
  return ctx.actor.id;
};

function checkedText(raw: string): string {
  const text = cleanText(raw);
  if (text === '') throw new Rejection('TEXT_EMPTY');
  if (text.length > MAX_TEXT) throw new Rejection('TEXT_TOO_LONG', { max: MAX_TEXT });
  return text;
}

function languageOf(
  text: string,
  chosen: TextLanguage | undefined,
  participant: ParticipantId | null,
  ctx: DecideContext,
): { lang: TextLanguage; guessed: boolean } {
  if (chosen !== undefined) return { lang: chosen, guessed: false };
  // Where authors appear by city or kind, the language of somebody's pages would tell who they are.
  const own = participant === null || !ctx.core.tellsTimes ? undefined : ctx.core.participant(participant)?.lang;
  return { lang: ctx.guessLanguage(text) ?? own ?? 'und', guessed: true };
}

const sealsOf = (c: Contribution, ctx: DecideContext): string[] => [
  ...(isSealed(c.text) ? [c.text.id] : []),
  ...(c.hidden?.note ? [c.hidden.note.id] : []),
  ...ctx.core.translationSeals(c.id),
];

const wholeOf = (state: ContributionsState, c: Contribution): Contribution[] => [
  c,
  ...c.merged.flatMap((id) => state.contributions.get(id) ?? []),
];

function existing(state: ContributionsState, id: ItemId): Contribution {
  const c = state.contributions.get(id);
  if (!c) throw new Rejection('NOT_FOUND');
  return c;
}

const gone = (c: Contribution): Rejection | null =>
  c.status === 'withdrawn'
    ? new Rejection('ITEM_WITHDRAWN')
    : c.status === 'removed'
      ? new Rejection('ITEM_REMOVED')
      : null;

/** One whose text still exists. */
function standing(state: ContributionsState, id: ItemId): Contribution {
  const c = existing(state, id);
  const refusal = gone(c);
  if (refusal) throw refusal;
  return c;
}

/** One that the room sees, or saw until the desk hid it. */
function published(state: ContributionsState, id: ItemId): Contribution {
  const c = standing(state, id);
  if (c.status === 'merged') throw new Rejection('ITEM_MERGED');
  if (c.status === 'pending' || c.status === 'late') throw new Rejection('ITEM_NOT_PUBLISHED');
  return c;
}

/** One that can have replies: shown, and no reply itself. */
function answerable(state: ContributionsState, id: ItemId): Contribution {
  const parent = published(state, id);
  if (parent.status === 'hidden') throw new Rejection('ITEM_HIDDEN');
  if (parent.parent) throw new Rejection('REPLY_TO_REPLY');
  return parent;
}

function unknown(command: never): never {
  throw new Rejection('UNKNOWN_COMMAND', { type: String((command as { type: unknown }).type) });
}
