import { describe, expect, it } from '@jest/globals';
import { MeetingFile } from '../../server/domain/meeting-file.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';

/** The faults of the sample meeting after a change, each as `path: message`. */
function faults(change: (file: MeetingFile) => unknown): string[] {
  const file = structuredClone(sampleMeeting());
  change(file);
  return MeetingFile.safeParse(file).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

describe('a meeting file', () => {
  it('[MTG53] is taken where everything holds, also with an item that has no activity and one that has two', () => {
    expect(faults(() => null)).toEqual([]);
    expect(
      faults((f) => {
        f.agenda[1]?.activities.push(...(f.agenda[2]?.activities.splice(0) ?? []));
      }),
    ).toEqual([]);
  });

  it.each(['cities', 'kinds', 'organisations', 'agenda', 'activities'] as const)(
    '[MTG53] has unique ids in %s',
    (list) => {
      const again = faults((f) => (f[list] as unknown[]).push(structuredClone(f[list][0])));
      expect(again.filter((fault) => fault.endsWith('stands twice'))).toEqual([
        `${list}.${sampleMeeting()[list].length}.id: "${sampleMeeting()[list][0]?.id}" stands twice`,
      ]);
    },
  );

  it('[MTG53] refers to what is there', () => {
    expect(faults((f) => f.cities.splice(1, 1))).toEqual([
      'organisations.1.city: no city "lyon"',
      'activities.2.config.sections.0.practices.0.city: no city "lyon"',
    ]);
    expect(faults((f) => f.kinds.splice(1, 1))).toEqual(['organisations.2.kind: no kind "small"']);
    expect(faults((f) => f.activities.splice(1, 1))).toEqual(['agenda.2.activities.0: no activity "collect"']);
  });

  it('[MTG53] has its agenda in order and within its dates', () => {
    expect(faults((f) => f.agenda.splice(0, 2, ...f.agenda.slice(0, 2).reverse()))).toEqual([
      'agenda.1.start: starts before the item above it',
    ]);
    expect(faults((f) => Object.assign(f.dates, { last: '2019-06-25' }))).toEqual([
      "agenda.2.date: 2019-06-26 is outside the meeting's dates",
      "agenda.3.date: 2019-06-26 is outside the meeting's dates",
    ]);
    expect(faults((f) => Object.assign(f.dates, { first: '2019-06-26' }))).toEqual([
      "agenda.0.date: 2019-06-25 is outside the meeting's dates",
      "agenda.1.date: 2019-06-25 is outside the meeting's dates",
    ]);
    expect(faults((f) => Object.assign(f.dates, { first: '2019-06-27' }))).toContain(
      'dates.last: the last day is before the first',
    );
  });

  it('[MTG53] has each activity in exactly one item', () => {
    expect(faults((f) => f.agenda[2]?.activities.splice(0))).toEqual([
      'activities.1.id: "collect" is in no agenda item',
    ]);
    expect(faults((f) => f.agenda[2]?.activities.push(f.activities[0]!.id))).toEqual([
      'agenda.2.activities.1: activity "live" is already in the agenda',
    ]);
    expect(faults((f) => f.agenda[2]?.activities.push(f.activities[1]!.id))).toEqual([
      'agenda.2.activities.1: activity "collect" is already in the agenda',
    ]);
  });
});
