import type { ItemId } from '../../ids.ts';
import type { Envelope } from '../activity.ts';
import type { DiscussionEvent } from './decide.ts';
import { type Contribution, type ContributionStatus, type DiscussionState, setAt } from './state.ts';

export function evolve(state: DiscussionState, event: DiscussionEvent & Envelope): void {
  switch (event.type) {
    case 'discussion.ContributionAdded': {
      const { data } = event;
      const c: Contribution = {
        id: data.item,
        author: data.participant,
        at: event.at,
        order: event.seq,
        parent: data.parent ?? null,
        ref: data.ref ?? null,
        status: data.late ? 'late' : data.ref ? 'shown' : 'pending',
        text: data.text,
        lang: data.lang,
        guessed: data.guessed,
        wording: 1,
        pinned: false,
        hidden: null,
        removed: null,
        mergedInto: null,
        merged: [],
        endorsers: new Map(),
      };
      state.contributions.set(c.id, c);
      setAt(state.byAuthor, c.author).add(c.id);
      state.counts[c.status]++;
      return;
    }
    case 'discussion.ContributionEdited':
      return change(state, event.data.item, (c) => {
        c.text = event.data.text;
        c.lang = event.data.lang;
        c.guessed = event.data.guessed;
        c.wording++;
      });
    case 'discussion.LanguageCorrected':
      return change(state, event.data.item, (c) => {
        c.lang = event.data.lang;
        c.guessed = false;
      });
    case 'discussion.ContributionWithdrawn':
      return change(state, event.data.item, (c) => destroy(state, c, 'withdrawn'));
    case 'discussion.Endorsed':
      return change(state, event.data.item, (c) => {
        c.endorsers.set(event.data.participant, c.wording);
        setAt(state.endorsedBy, event.data.participant).add(c.id);
      });
    case 'discussion.EndorsementWithdrawn':
      return change(state, event.data.item, (c) => {
        // Endorsements of the parts count for the whole, so taking one back takes all of them back.
        for (const id of [c.id, ...c.merged]) {
          state.contributions.get(id)?.endorsers.delete(event.data.participant);
          state.endorsedBy.get(event.data.participant)?.delete(id);
        }
      });
    case 'discussion.ContributionHidden':
      return change(state, event.data.item, (c) => {
        to(state, c, 'hidden');
        c.hidden = { reason: event.data.reason, note: event.data.note ?? null };
      });
    case 'discussion.ContributionUnhidden':
      return change(state, event.data.item, (c) => {
        to(state, c, 'shown');
        c.hidden = null;
      });
    case 'discussion.ContributionPinned':
    case 'discussion.ContributionUnpinned':
      return change(state, event.data.item, (c) => {
        c.pinned = event.type === 'discussion.ContributionPinned';
      });
    case 'discussion.ContributionsMerged':
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
    case 'discussion.ContributionsUnmerged':
      for (const id of event.data.from) change(state, id, (c) => unmerge(state, c, 'shown'));
      return;
    case 'discussion.ContributionRemoved':
      return change(state, event.data.item, (c) => {
        destroy(state, c, 'removed');
        c.removed = event.data.reason;
      });
    case 'discussion.Revealed':
      state.revealed = true;
      for (const { item, ref } of event.data.published) change(state, item, (c) => publish(state, c, ref));
      return;
    case 'discussion.LateContributionAdmitted':
      return change(state, event.data.item, (c) =>
        event.data.ref ? publish(state, c, event.data.ref) : to(state, c, 'pending'),
      );
    default:
      return unknownEvent(event);
  }
}

function change(state: DiscussionState, id: ItemId, apply: (c: Contribution) => void): void {
  const c = state.contributions.get(id);
  if (c) apply(c);
}

const orderOf = (state: DiscussionState, id: ItemId): number => state.contributions.get(id)?.order ?? 0;

function to(state: DiscussionState, c: Contribution, status: ContributionStatus): void {
  state.counts[c.status]--;
  state.counts[status]++;
  c.status = status;
}

function publish(state: DiscussionState, c: Contribution, ref: NonNullable<Contribution['ref']>): void {
  to(state, c, 'shown');
  c.ref = ref;
}

function unmerge(state: DiscussionState, c: Contribution, status: ContributionStatus): void {
  const into = c.mergedInto && state.contributions.get(c.mergedInto);
  if (into) into.merged.splice(into.merged.indexOf(c.id), 1);
  c.mergedInto = null;
  to(state, c, status);
}

/** The text is gone: what was merged into it stands on its own again, and it is nobody's part any more. */
function destroy(state: DiscussionState, c: Contribution, status: 'withdrawn' | 'removed'): void {
  for (const id of [...c.merged]) change(state, id, (part) => unmerge(state, part, 'shown'));
  if (c.mergedInto) unmerge(state, c, status);
  else to(state, c, status);
  c.pinned = false;
  c.hidden = null;
}

// Unknown stored types are stopped in upcast.ts; this only makes a missing case a compile error.
function unknownEvent(_event: never): void {}
