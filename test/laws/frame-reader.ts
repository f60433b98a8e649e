import type { Touch } from '../../server/domain/activities/activity.ts';
import type { ContributionsState } from '../../server/domain/contributions/state.ts';
import type { MeetingEvent } from '../../server/domain/events.ts';
import type { ActivityId, ItemId } from '../../server/domain/ids.ts';
import type { TestMeeting } from '../support/test-meeting.ts';

/** Keys of texts and numbers of an activity; what stands behind the first slash is the activity or one of its items. */
const TOLD = /^(c|n|count|options|marks)\/([^/]+)/;

/**
 * Somebody who reads every frame and knows what made it: where authors appear by city or by kind, a text that travels
 * because of a person (who changes a consent, is corrected, arrives, speaks) is theirs; and so is one that travels with
 * another text of theirs.
 */
export class FrameReader {
  readonly found: string[] = [];
  /** How many frames about a person were read. */
  tried = 0;

  constructor(private readonly meeting: TestMeeting) {
    meeting.onCommit((touches, events) => {
      for (const [i, event] of events.entries()) this.read(event, touches[i]!);
    });
  }

  private read({ type, data }: MeetingEvent, { keys = [], tallies = [] }: Touch): void {
    if (!('participant' in data)) return;
    this.tried++;
    const d = data as { activity?: ActivityId; item?: ItemId; parent?: ItemId };
    const own = new Set([d.item, d.parent].flatMap((id) => (id ? this.family(id) : [])));
    for (const key of [...keys, ...tallies]) {
      const [, , id = ''] = TOLD.exec(key) ?? [];
      const home = this.meeting.state.homes.get(id as ItemId) ?? (id as ActivityId);
      if (!this.meeting.state.activities.get(home)?.buckets) continue;
      // What somebody does in an activity changes its numbers, and the text that they do it to.
      if (id === d.activity || own.has(id)) continue;
      this.found.push(`${type} makes ${key} travel`);
    }
  }

  /** A text, what it was merged into, and what was merged into it. */
  private family(id: ItemId): string[] {
    const { state } = this.meeting;
    const slice = state.activities.get(state.homes.get(id) as ActivityId)?.slice as ContributionsState | undefined;
    const text = slice?.contributions?.get(id);
    return [id, ...(text?.merged ?? []), ...(text?.mergedInto ? this.family(text.mergedInto) : [])];
  }
}
