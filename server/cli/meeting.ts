import { joinCode } from '../identity/codes.ts';
import type { EventStore, MeetingRow } from '../store/store.ts';
import { CommandError } from './usage.ts';

/** The meeting with a join code, as somebody types it. @throws CommandError */
export async function meetingWith(typed: string, events: EventStore): Promise<MeetingRow> {
  const code = joinCode(typed);
  const row = code && (await events.meetings()).find((meeting) => meeting.code === code);
  if (!row) throw new CommandError('cli.noMeeting', { code: typed });
  return row;
}
