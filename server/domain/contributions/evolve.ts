import type { Envelope } from '../activities/activity.ts';
import type { ItemId } from '../ids.ts';
import type { ContributionEvent } from './schema.ts';
import {
  type Contribution,
  type ContributionStatus,
  type ContributionsState,
  nothing,
  recount,
  setAt,
} from './state.ts';

type Added = Pick<
  Contribution,
  'id' | 'author' | 'parent' | 'place' | 'contests' | 'behalf' | 'ref' | 'text' | 'lang' | 'guessed'
>;

/** Applies one event, in place. */
export function evolveContributions(state: ContributionsState, event: ContributionEvent & Envelope): void {
  switch (event.type) {
    case 'ContributionAdded': {
      const { item: id, participant, text, lang, guessed, parent, place, contests, behalf, ref, late } = event.data;
      const status = late ? 'late' : ref ? 'shown' : 'pending';
      const added = {
        id,
        author: participant ?? null,
        parent: parent ?? null,
        place: place ?? null,
        contests: contests ?? false,
        behalf: behalf ?? false,
        ref: ref ?? null,
        text,
        lang,
        guessed,
      };
      return add(state, event, added, status);
    }
    case 'SeedsPublished':
      for (const { item: id, ref, seed } of event.data.published) {
        const found = state.seeds[seed];
        if (!found) continue;
        const { text, place } = found;
        const none = { author: null, parent: null, contests: false, behalf: false, guessed: false };
        add(state, event, { ...none, id, place, ref, text, lang: 'ar' }, 'shown');
      }
      return;
    case 'ContributionEdited':
      return change(state, event.data.item, (c) => {
        c.text = event.data.text;
        c.lang = event.data.lang;
        c.guessed = event.data.guessed;
        c.wording++;
      });
    case 'LanguageCorrected':
      return change(state, event.data.item, (c) => {
        c.lang = event.data.lang;
        c.guessed = false;
      });
    case 'ContributionWithdrawn':
      return change(state, event.data.item, (c) => destroy(state, c, 'withdrawn'));
    case 'Endorsed':
      return change(state, event.data.item, (c) => {
        c.endorsers.set(event.data.participant, c.wording);
        setAt(state.endorsedBy, event.data.participant).add(c.id);
      });
    case 'EndorsementWithdrawn':
      return change(state, event.data.item, (c) => {
        // Endorsements of the parts count for the whole, so taking one back takes all of them back.
        for (const id of [c.id, ...c.merged]) {
          state.contributions.get(id)?.endorsers.delete(event.data.participant);
          state.endorsedBy.get(event.data.participant)?.delete(id);
        }
      });
    case 'ContributionHidden':
      return change(state, event.data.item, (c) => {
        to(state, c, 'hidden');
        c.hidden = { reason: event.data.reason, note: event.data.note ?? null };
      });
    case 'ContributionUnhidden':
      return change(state, event.data.item, (c) => {
        to(state, c, 'shown');
        c.hidden = null;
      });
    case 'ContributionPinned':
    case 'ContributionUnpinned':
      return change(state, event.data.item, (c) => {
        c.pinned = event.type === 'ContributionPinned';
      });
    case 'ContributionsMerged':
      return change(state, event.data.into, (into) => {
        for (const id of event.data.from)
          change(state, id, (c) => {
            to(state, c, 'merged');
            c.mergedInto = into.id;
            c.pinned = false;
            into.merged.push(id);
          });
        // In the order in which the room wrote them, also where one was separated and merged again.
        into.merged.sort((a, b) => orderOf(state, a) - orderOf(state, b));
      });
    case 'ContributionsUnmerged':
      for (const id of event.data.from) change(state, id, (c) => unmerge(state, c, 'shown'));
      return;
    case 'ContributionRemoved':
      return change(state, event.data.item, (c) => {
        destroy(state, c, 'removed');
        c.removed = event.data.reason;
      });
    case 'Revealed':
      state.revealed = true;
      for (const { item, ref } of event.data.published) change(state, item, (c) => publish(state, c, ref));
      return;
    case 'LateContributionAdmitted':
      return change(state, event.data.item, (c) =>
        event.data.ref ? publish(state, c, event.data.ref) : to(state, c, 'pending'),
      );
    default:
      return unknownEvent(event);
  }
}

function add(state: ContributionsState, event: Envelope, added: Added, status: ContributionStatus): void {
  const c: Contribution = {
    ...added,
    at: event.at,
    order: event.seq,
    status,
    wording: 1,
    pinned: false,
    hidden: null,
    removed: null,
    mergedInto: null,
    merged: [],
    endorsers: new Map(),
    contested: new Map(),
    counted: nothing,
  };
  state.contributions.set(c.id, c);
  if (c.author) setAt(state.byAuthor, c.author).add(c.id);
  state.counts[c.status]++;
  const parent = c.contests && c.parent && state.contributions.get(c.parent);
  if (parent && c.author) parent.contested.set(c.author, c.id);
  settle(state, c);
}

/** Changes a contribution, and afterwards the totals that hang on it. */
function change(state: ContributionsState, id: ItemId, apply: (c: Contribution) => void): void {
  const c = state.contributions.get(id);
  if (!c) return;
  // What it hung together with before, and what it does afterwards.
  const before = [c.mergedInto, ...c.merged];
  apply(c);
  settle(state, c);
  for (const other of before) {
    const part = other && state.contributions.get(other);
    if (part) recount(state, part);
  }
}

function settle(state: ContributionsState, c: Contribution): void {
  recount(state, c);
  for (const id of [c.mergedInto, ...c.merged]) {
    const part = id && state.contributions.get(id);
    if (part) recount(state, part);
  }
  const parent = c.contests && c.parent && state.contributions.get(c.parent);
  if (!parent) return;
  recount(state, parent);
  const host = parent.mergedInto && state.contributions.get(parent.mergedInto);
  if (host) recount(state, host);
}

const orderOf = (state: ContributionsState, id: ItemId): number => state.contributions.get(id)?.order ?? 0;

function to(state: ContributionsState, c: Contribution, status: ContributionStatus): void {
  state.counts[c.status]--;
  state.counts[status]++;
  c.status = status;
}

function publish(state: ContributionsState, c: Contribution, ref: NonNullable<Contribution['ref']>): void {
  to(state, c, 'shown');
  c.ref = ref;
}

function unmerge(state: ContributionsState, c: Contribution, status: ContributionStatus): void {
  const into = c.mergedInto && state.contributions.get(c.mergedInto);
  if (into) into.merged.splice(into.merged.indexOf(c.id), 1);
  c.mergedInto = null;
  to(state, c, status);
  if (into) recount(state, into);
}

/** The text is gone: what was merged into it stands on its own again, and it is nobody's part any more. */
function destroy(state: ContributionsState, c: Contribution, status: 'withdrawn' | 'removed'): void {
  for (const id of [...c.merged]) change(state, id, (part) => unmerge(state, part, 'shown'));
  if (c.mergedInto) unmerge(state, c, status);
  else to(state, c, status);
  c.pinned = false;
  c.hidden = null;
  const parent = c.contests && c.parent && state.contributions.get(c.parent);
  if (parent && c.author) parent.contested.delete(c.author);
}

// Unknown stored types are stopped in upcast.ts; this only makes a missing case a compile error.
function unknownEvent(_event: never): void {}
