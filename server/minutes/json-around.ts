import type { AgendaLine, Author, ItemSection, MinutesDocument, Run } from '../domain/minutes-document.ts';
import type { MinutesJson } from './json-schema.ts';

/** A person by name. */
export const personJson = ({ name, organisation, city }: Author) => ({
  name: name.text,
  organisation: organisation?.text ?? null,
  city: city?.text ?? null,
});

const textJson = ({ lang, text }: Run) => ({ lang, text });
const seconds = (ms: number): number => Math.round(ms / 1000);

/** What stands around the activities: attendance, themes, who was heard. */
export function aroundJson({
  attendance,
  themes,
  heard,
  floor,
}: MinutesDocument): Pick<MinutesJson, 'attendance' | 'themes' | 'heard' | 'floor'> {
  return {
    attendance: attendance && {
      halves: attendance.halves.map(({ id, n }) => ({ id, n })),
      groups: attendance.groups.map(({ id, name, n }) => ({ id, name: name.text, n: [...n] })),
    },
    themes: themes.map(({ ref, label, texts, notShown }) => ({
      ref,
      label: textJson(label),
      texts: texts.map(({ activity, refs }) => ({ activity, refs: [...refs] })),
      notShown,
    })),
    heard: heard.map(({ by, activity, rows, waiting }) => ({
      by,
      activity,
      rows: rows.map((row) => ({
        id: row.id,
        name: row.name.text,
        people: row.people,
        contributions: row.contributions,
        endorsements: row.endorsements,
        floor: row.floor && { times: row.floor.times, seconds: seconds(row.floor.ms) },
      })),
      waiting: { ...waiting },
    })),
    floor: floor && {
      people: floor.people,
      times: floor.times,
      seconds: seconds(floor.ms),
      named: floor.named.map(personJson),
    },
  };
}

/** What became of an item's plan, and what is to be kept of it. */
export function itemJson(
  { retimed, inserted, skipped }: AgendaLine,
  section: ItemSection | undefined,
): Pick<MinutesJson['agenda'][number], 'retimed' | 'inserted' | 'skipped' | 'keyPoints'> {
  return {
    retimed,
    inserted,
    skipped,
    keyPoints: (section?.keyPoints ?? []).map(({ text, rests }) => ({
      text: textJson(text),
      rests: rests.map(({ ref, shown }) => ({ ref, shown })),
    })),
  };
}
