import { describe, expect, it } from '@jest/globals';
import type { OptionsView } from '../../server/domain/activities/ballot/view.ts';
import { audiences } from '../../server/domain/actors.ts';
import type { MeetingEvent } from '../../server/domain/events.ts';
import { Rejection } from '../../server/domain/rejection.ts';
import type { MeetingState } from '../../server/domain/state.ts';
import { type ActivityView, selfView, view } from '../../server/domain/view.ts';
import { Random } from '../support/random.ts';
import { Marker, randomCommand } from '../support/random-commands.ts';
import { facilitator, TestMeeting } from '../support/test-meeting.ts';

const SEEDS = Array.from({ length: 24 }, (_, i) => i + 1);

/** Every act that can be put back. */
const ACTS = [
  'agenda.Delete',
  'agenda.Insert',
  'agenda.Move',
  'agenda.Resize',
  'agenda.Skip',
  'attendance.Leave',
  'ballot.AddOption',
  'ballot.CarryOver',
  'ballot.RestoreOption',
  'ballot.WithdrawOption',
  'core.AddTime',
  'core.BlankScreen',
  'core.CloseActivity',
  'core.Configure',
  'core.FreezeScreen',
  'core.OpenActivity',
  'core.PauseActivity',
  'core.ShowOnScreen',
  'core.StartItem',
  'core.Translate',
  'discussion.Hide',
  'discussion.Merge',
  'discussion.Pin',
  'discussion.Unhide',
  'discussion.Unmerge',
  'discussion.Unpin',
  'floor.Dismiss',
  'floor.End',
  'floor.Give',
  'floor.Set',
  'interpretation.Set',
  'keypoints.Move',
  'keypoints.Remove',
  'keypoints.Set',
  'lists.AddCity',
  'lists.AddOrganisation',
  'lists.Assign',
  'lists.Correct',
  'lists.Merge',
  'matrix.Hide',
  'matrix.Merge',
  'matrix.Pin',
  'matrix.Unhide',
  'matrix.Unmerge',
  'matrix.Unpin',
  'themes.Add',
  'themes.Merge',
  'themes.Put',
  'themes.Remove',
  'themes.Rename',
];

/** A timer that ran out has nothing left in any state, and a grace that is over is a close. */
function lapse(a: ActivityView, at: number): ActivityView {
  const endsAt = a.endsAt !== null && a.endsAt <= at ? null : a.endsAt;
  const over = a.closesAt !== null && a.closesAt <= at;
  return {
    ...a,
    endsAt,
    remaining: a.remaining === 0 ? null : a.remaining,
    status: a.status === 'closing' && over ? 'closed' : a.status,
    closesAt: over || a.status === 'paused' ? null : a.closesAt,
  };
}

/**
 * Everything that anybody sees, but for the list of acts and what the rules except: MTG14 and MTG36 say what becomes of
 * activities when an opening is taken back, and DIS15 that a merging ends the pin.
 */
function seen(state: MeetingState, act: string, at: number): Record<string, string> {
  const all: Record<string, string> = {};
  const opens = act === 'core.OpenActivity' || act === 'core.StartItem';
  for (const audience of audiences)
    for (const [key, value] of view(state, audience)) {
      // Closed is where a paused ballot stays (MTG14) and one whose grace is over, and then its results are shown.
      if (key === 'count/dots' && (opens || act === 'core.CloseActivity')) continue;
      if (key === 'acts' || (opens && (/^(a|heard)\//.test(key) || broughtByOpening(key, value)))) continue;
      const kept = key.startsWith('a/')
        ? lapse(value as ActivityView, at)
        : act.endsWith('.Merge') && key.startsWith('c/')
          ? { ...(value as object), pinned: false }
          : act.startsWith('ballot.') && key.startsWith('options/')
            ? standing(value as OptionsView)
            : value;
      all[`${audience} ${key}`] = JSON.stringify(kept);
    }
  for (const id of state.participants.keys()) {
    const self = selfView(state, id);
    all[`self ${id}`] = JSON.stringify(opens ? { ...self, seenAs: {} } : self);
  }
  return all;
}

/** An option that is taken back stays on the list, as a withdrawn one. */
const standing = ({ options }: OptionsView) => options.filter((option) => !option.withdrawn);

/** What a first opening publishes stays: texts of the meeting file, and their number. */
const broughtByOpening = (key: string, value: unknown): boolean =>
  key === 'count/table' || key === 'count/dots' || (value as { by?: { as: string } }).by?.as === 'document';

describe('undo, over random meetings', () => {
  const undone = new Set<string>();
  let outdated = 0;

  /** A random meeting in which most acts are undone at once. */
  function walk(seed: number): void {
    const random = new Random(seed);
    const marker = new Marker();
    const meeting = new TestMeeting();
    for (let step = 0; step < 700; step++) {
      meeting.at += random.below(20_000);
      const next = randomCommand(meeting.state, random, marker, meeting.at);
      if (!next) continue;
      const before = next.actor === facilitator ? seen(meeting.state, next.type, meeting.at) : {};
      let events: readonly MeetingEvent[];
      try {
        events = meeting.give(next.actor, next.type, next.data);
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        continue;
      }
      const last = events.at(-1);
      if (!last?.undo || random.chance(20)) continue;
      // A turn that the giving ended stays ended, and who was noted as there is there (FLR15).
      if (next.type === 'floor.Give' && events.length > 1) continue;
      const refusal = meeting.refused(facilitator, 'core.Undo', { seq: last.seq });
      if (refusal) {
        // What was on the screen before, in a theme or pinned may have been taken from view, and an item of the
        // programme that was taken up is not skipped again while it is answered: then there is nothing to go back to.
        expect(refusal).toBe('UNDO_OUTDATED');
        const may = ['core.ShowOnScreen', 'agenda.Skip', 'themes.Put', 'discussion.Unpin', 'matrix.Unpin'];
        expect(may).toContain(next.type);
        outdated++;
        continue;
      }
      undone.add(next.type);
      expect({ step, ...next, seen: seen(meeting.state, next.type, meeting.at) }).toEqual({
        step,
        ...next,
        seen: before,
      });
    }
  }

  it.each(SEEDS)('[MTG34] brings back what everybody saw, seed %i', walk);

  it('[MTG34] met every act that can be put back, and was seldom refused', () => {
    // Rare acts: further meetings until each has come up.
    for (let seed = SEEDS.length + 1; undone.size < ACTS.length && seed <= 6 * SEEDS.length; seed++) walk(seed);
    expect([...undone].sort()).toEqual(ACTS);
    expect(outdated).toBeLessThan(20);
  });
});
