import type { Activity } from './activities/activity.ts';
import { currentId } from './buckets.ts';
import type { ListId } from './ids.ts';
import { type AgendaEntry, type Meeting, MeetingFile } from './meeting-file.ts';
import { type ActivityInstance, kindOf, type MeetingState } from './state.ts';

/**
 * The meeting as it is set up now, as a file to begin another from: the agenda, lists and settings with all that the desk
 * has changed, without what is skipped, and nothing that anybody in the room wrote, said or did.
 * @throws Error where there is no meeting.
 */
export function fileOf(state: MeetingState): MeetingFile {
  const { file } = state;
  if (!file) throw new Error('there is no meeting');
  const agenda = agendaOf(file, state);
  const used = new Set(agenda.flatMap(({ activities }) => activities));
  return MeetingFile.parse({
    ...file,
    agenda,
    activities: [...state.activities.values()].filter(({ id }) => used.has(id)).map((a) => activityOf(state, a)),
  });
}

/** What is held, in the order of its times. One that is skipped and was begun all the same has its place. */
function agendaOf(file: Meeting, state: MeetingState): MeetingFile['agenda'] {
  const begun = ({ id, activities }: AgendaEntry) =>
    state.progress.has(id) || activities.some((a) => state.activities.get(a)?.openedAt !== null);
  const held = file.agenda.filter((entry) => !entry.skipped || begun(entry));
  const at = ({ date, start }: AgendaEntry) => `${date} ${start}`;
  return (held.length > 0 ? held : file.agenda)
    .map(({ id, date, start, minutes, title, type, activities }) => ({
      id,
      date,
      start,
      minutes,
      title,
      type,
      activities,
    }))
    .sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}

function activityOf(state: MeetingState, instance: ActivityInstance): { id: string; kind: string; config: object } {
  const kind = kindOf(instance);
  const { id, minutes, graceSeconds } = instance;
  const file = state.file?.activities.find((entry) => entry.id === id)?.config ?? {};
  const { minutes: _file, ...config } = {
    ...file,
    ...kind.configOf(instance.slice),
    ...kind.addedTo?.(instance.slice, state.vault),
    graceSeconds,
  } as Record<string, unknown>;
  return {
    id,
    kind: instance.kind,
    config: citiesNow(state, kind, minutes === null ? config : { ...config, minutes }),
  };
}

/** A city that has been merged into another is named by that one. */
function citiesNow(state: MeetingState, kind: Activity, config: object): object {
  const now = structuredClone(config);
  for (const { path, city } of kind.cities?.(config) ?? []) set(now, path, currentId(state, city));
  return now;
}

function set(target: object, path: readonly (string | number)[], value: ListId): void {
  let holder = target as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  holder[path.at(-1) ?? ''] = value;
}
