import type { ItemId, ParticipantId } from '../../ids.ts';
import { Rejection } from '../../rejection.ts';
import { cleanText, MAX_NOTE, MAX_TEXT, type TextLanguage } from '../../text.ts';
import type { DecideContext, Typed } from '../activity.ts';
import type { commands, events } from './schema.ts';
import { type Contribution, type DiscussionState, endorsersOf } from './state.ts';

export type DiscussionCommand = Typed<typeof commands>;
export type DiscussionEvent = Typed<typeof events>;

/** Rules DIS1 to DIS23 of SPEC.md beside this file. */
export function decide(state: DiscussionState, command: DiscussionCommand, ctx: DecideContext): DiscussionEvent[] {
  switch (command.type) {
    case 'discussion.Contribute':
      return contribute(state, command.data, ctx);
    case 'discussion.Edit':
      return edit(state, command.data, ctx);
    case 'discussion.CorrectLanguage': {
      const c = standing(state, command.data.item);
      if (ctx.actor.kind === 'participant' && c.author !== ctx.actor.id) throw new Rejection('NOT_YOURS');
      return c.lang === command.data.lang && !c.guessed
        ? []
        : [{ type: 'discussion.LanguageCorrected', data: { activity: state.id, item: c.id, lang: command.data.lang } }];
    }
    case 'discussion.Withdraw': {
      const c = standing(state, command.data.item);
      if (c.author !== author(ctx)) throw new Rejection('NOT_YOURS');
      return [
        {
          type: 'discussion.ContributionWithdrawn',
          data: { activity: state.id, item: c.id, forgets: sealsOf(c, ctx) },
        },
      ];
    }
    case 'discussion.Endorse':
    case 'discussion.Unendorse':
      return endorse(state, command, ctx);
    case 'discussion.Hide': {
      const { item, reason, note } = command.data;
      const c = published(state, item);
      if (c.status === 'hidden') return [];
      const text = note === undefined ? '' : cleanText(note);
      if (text.length > MAX_NOTE) throw new Rejection('TEXT_TOO_LONG', { max: MAX_NOTE });
      if (reason === 'other' && text === '') throw new Rejection('REASON_MISSING');
      ctx.undo(c.id, [{ type: 'discussion.Unhide', data: { activity: state.id, item } }], c.ref ?? undefined);
      const sealed = text === '' ? {} : { note: ctx.seal({ kind: 'note', text }) };
      return [{ type: 'discussion.ContributionHidden', data: { activity: state.id, item, reason, ...sealed } }];
    }
    case 'discussion.Unhide': {
      const c = published(state, command.data.item);
      if (c.status !== 'hidden' || !c.hidden) return [];
      const { reason, note } = c.hidden;
      const text = note && ctx.core.vault.get(note.id);
      const again = { activity: state.id, item: c.id, reason, ...(text?.kind === 'note' ? { note: text.text } : {}) };
      // An undo stands in the log, which holds no text: a hiding with a note is not offered again.
      if (!note) ctx.undo(c.id, [{ type: 'discussion.Hide', data: again }], c.ref ?? undefined);
      return [
        {
          type: 'discussion.ContributionUnhidden',
          data: { activity: state.id, item: c.id, forgets: note ? [note.id] : [] },
        },
      ];
    }
    case 'discussion.Pin':
    case 'discussion.Unpin': {
      const c = published(state, command.data.item);
      const pin = command.type === 'discussion.Pin';
      if (pin && c.status === 'hidden') throw new Rejection('ITEM_HIDDEN');
      if (c.pinned === pin) return [];
      const data = { activity: state.id, item: c.id };
      ctx.undo(c.id, [{ type: pin ? 'discussion.Unpin' : 'discussion.Pin', data }], c.ref ?? undefined);
      return [{ type: pin ? 'discussion.ContributionPinned' : 'discussion.ContributionUnpinned', data }];
    }
    case 'discussion.Merge':
      return merge(state, command.data, ctx);
    case 'discussion.Unmerge': {
      const from = [...new Set(command.data.from)];
      const parts = from.map((id) => standing(state, id));
      const into = parts[0]?.mergedInto;
      if (!into || parts.some((c) => c.status !== 'merged' || c.mergedInto !== into))
        throw new Rejection('MERGE_IMPOSSIBLE');
      ctx.undo(
        into,
        [{ type: 'discussion.Merge', data: { activity: state.id, into, from } }],
        existing(state, into).ref ?? undefined,
      );
      return [{ type: 'discussion.ContributionsUnmerged', data: { activity: state.id, from } }];
    }
    case 'discussion.Remove': {
      const c = existing(state, command.data.item);
      if (c.status === 'removed') return [];
      const data = { activity: state.id, item: c.id, reason: command.data.reason, forgets: sealsOf(c, ctx) };
      return [{ type: 'discussion.ContributionRemoved', data }];
    }
    case 'discussion.Reveal': {
      if (state.revealed) throw new Rejection('NOTHING_TO_REVEAL');
      const published = [...state.contributions.values()]
        .filter((c) => c.status === 'pending')
        .map((c) => ({ item: c.id, ref: ctx.reference('C') }));
      return [{ type: 'discussion.Revealed', data: { activity: state.id, published } }];
    }
    case 'discussion.AdmitLate': {
      const c = existing(state, command.data.item);
      if (c.status !== 'late') throw gone(c) ?? new Rejection('UNCHANGED');
      const ref = state.revealed ? { ref: ctx.reference('C') } : {};
      return [{ type: 'discussion.LateContributionAdmitted', data: { activity: state.id, item: c.id, ...ref } }];
    }
    default:
      return unknown(command);
  }
}

function contribute(
  state: DiscussionState,
  data: Extract<DiscussionCommand, { type: 'discussion.Contribute' }>['data'],
  ctx: DecideContext,
): DiscussionEvent[] {
  const participant = author(ctx);
  const text = checkedText(data.text);
  if (data.parent !== undefined) {
    if (!state.config.replies) throw new Rejection('REPLIES_OFF');
    const parent = published(state, data.parent);
    if (parent.status === 'hidden') throw new Rejection('ITEM_HIDDEN');
    if (parent.parent) throw new Rejection('REPLY_TO_REPLY');
  }
  const late = arrival(data.writtenAt, ctx) === 'late';
  const { lang, guessed } = languageOf(text, data.lang, participant, ctx);
  const ref = state.revealed && !late ? { ref: ctx.reference('C') } : {};
  return [
    {
      type: 'discussion.ContributionAdded',
      data: {
        activity: state.id,
        item: ctx.newId() as ItemId,
        participant,
        text: ctx.seal({ kind: 'text', text }),
        lang,
        guessed,
        ...(data.parent === undefined ? {} : { parent: data.parent }),
        ...ref,
        ...(late ? { late } : {}),
      },
    },
  ];
}

/** What was written before the close and arrives after its grace is kept and marked; what was written later is refused. */
function arrival(writtenAt: number | undefined, ctx: DecideContext): 'in time' | 'late' {
  const { status, closesAt } = ctx.lifecycle;
  if (status === 'open') return 'in time';
  if (status === 'planned') throw new Rejection('ACTIVITY_NOT_OPEN');
  if (status === 'paused') throw new Rejection('ACTIVITY_PAUSED');
  // The grace ends with its last millisecond, also where the event that says so came within it, or comes later.
  if (closesAt !== null && ctx.at <= closesAt) return 'in time';
  if (writtenAt !== undefined && closesAt !== null && writtenAt <= closesAt) return 'late';
  throw new Rejection('ACTIVITY_CLOSED');
}

function edit(
  state: DiscussionState,
  data: Extract<DiscussionCommand, { type: 'discussion.Edit' }>['data'],
  ctx: DecideContext,
): DiscussionEvent[] {
  const c = standing(state, data.item);
  if (c.author !== author(ctx)) throw new Rejection('NOT_YOURS');
  if (c.status === 'merged') throw new Rejection('ITEM_MERGED');
  if (data.wording !== undefined && data.wording !== c.wording) throw new Rejection('ITEM_CHANGED');
  const text = checkedText(data.text);
  const now = ctx.core.vault.get(c.text.id);
  if (now?.kind === 'text' && now.text === text && (data.lang === undefined || data.lang === c.lang)) return [];
  // A language that its author corrected stays corrected.
  const chosen = data.lang ?? (c.guessed ? undefined : c.lang);
  const { lang, guessed } = languageOf(text, chosen, c.author, ctx);
  return [
    {
      type: 'discussion.ContributionEdited',
      data: {
        activity: state.id,
        item: c.id,
        text: ctx.seal({ kind: 'text', text }),
        lang,
        guessed,
        forgets: [c.text.id],
      },
    },
  ];
}

function endorse(
  state: DiscussionState,
  command: Extract<DiscussionCommand, { type: 'discussion.Endorse' | 'discussion.Unendorse' }>,
  ctx: DecideContext,
): DiscussionEvent[] {
  const participant = author(ctx);
  const c = published(state, command.data.item);
  if (!state.config.endorsements) throw new Rejection('ENDORSEMENTS_OFF');
  if (c.status === 'hidden') throw new Rejection('ITEM_HIDDEN');
  const authors = [c.id, ...c.merged].map((id) => state.contributions.get(id)?.author);
  if (authors.includes(participant)) throw new Rejection('OWN_ITEM');
  arrival(undefined, ctx);
  const data = { activity: state.id, item: c.id, participant };
  const already = endorsersOf(state, c).get(participant);
  if (command.type === 'discussion.Endorse')
    return already === c.wording ? [] : [{ type: 'discussion.Endorsed', data }];
  return already === undefined ? [] : [{ type: 'discussion.EndorsementWithdrawn', data }];
}

function merge(
  state: DiscussionState,
  data: Extract<DiscussionCommand, { type: 'discussion.Merge' }>['data'],
  ctx: DecideContext,
): DiscussionEvent[] {
  const into = published(state, data.into);
  const from = [...new Set(data.from)];
  for (const id of from) {
    const c = published(state, id);
    // A merged one keeps its own parts and replies where they are; so only plain, shown contributions merge.
    if (c.id === into.id || c.status !== 'shown' || c.merged.length > 0 || (c.parent ?? null) !== (into.parent ?? null))
      throw new Rejection('MERGE_IMPOSSIBLE');
  }
  if (into.status !== 'shown') throw new Rejection('MERGE_IMPOSSIBLE');
  ctx.undo(into.id, [{ type: 'discussion.Unmerge', data: { activity: state.id, from } }], into.ref ?? undefined);
  return [{ type: 'discussion.ContributionsMerged', data: { activity: state.id, into: into.id, from } }];
}

const author = (ctx: DecideContext): ParticipantId => {
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
  participant: ParticipantId,
  ctx: DecideContext,
): { lang: TextLanguage; guessed: boolean } {
  if (chosen !== undefined) return { lang: chosen, guessed: false };
  return { lang: ctx.guessLanguage(text) ?? ctx.core.participant(participant)?.lang ?? 'und', guessed: true };
}

const sealsOf = (c: Contribution, ctx: DecideContext): string[] => [
  c.text.id,
  ...(c.hidden?.note ? [c.hidden.note.id] : []),
  ...ctx.core.translationSeals(c.id),
];

function existing(state: DiscussionState, id: ItemId): Contribution {
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
function standing(state: DiscussionState, id: ItemId): Contribution {
  const c = existing(state, id);
  const refusal = gone(c);
  if (refusal) throw refusal;
  return c;
}

/** One that the room sees, or saw until the desk hid it. */
function published(state: DiscussionState, id: ItemId): Contribution {
  const c = standing(state, id);
  if (c.status === 'merged') throw new Rejection('ITEM_MERGED');
  if (c.status === 'pending' || c.status === 'late') throw new Rejection('ITEM_NOT_PUBLISHED');
  return c;
}

function unknown(command: never): never {
  throw new Rejection('UNKNOWN_COMMAND', { type: String((command as { type: unknown }).type) });
}
