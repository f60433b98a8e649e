import { describe, expect, it } from '@jest/globals';
import { fileOf } from '../../server/domain/meeting-copy.ts';
import { MeetingFile } from '../../server/domain/meeting-file.ts';
import { type MeetingView, show, view } from '../../server/domain/view.ts';
import { sfax } from '../rehearsal/simulated-room.ts';
import { Random } from '../support/random.ts';
import { Marker, randomCommand } from '../support/random-commands.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';
import { facilitator, system, TestMeeting } from '../support/test-meeting.ts';

const copyOf = (meeting: TestMeeting): TestMeeting => new TestMeeting({}, fileOf(meeting.state));
const label = (en: string) => ({ ar: `${en} ع`, fr: `${en} f`, en });
const config = (file: MeetingFile, id: string) =>
  file.activities.find((a) => (a.id as string) === id)?.config as unknown as Record<string, unknown>;

/** A meeting in which everything happens that can, by chance; texts of people are marked. */
function wild(seed: number): TestMeeting {
  const meeting = new TestMeeting();
  const [random, marker] = [new Random(seed), new Marker()];
  for (let i = 0; i < 500; i++) {
    meeting.at += 1000 + random.below(60_000);
    const given = randomCommand(meeting.state, random, marker, meeting.at);
    if (given) meeting.refused(given.actor, given.type, given.data);
  }
  return meeting;
}

describe('a meeting as a file', () => {
  it.each([['the sample', sampleMeeting()] as const, ['Sfax', sfax()] as const])(
    'of which nothing has been changed is the file that it was begun from: %s',
    (_name, file) => {
      expect(fileOf(new TestMeeting({}, file).state)).toEqual(file);
    },
  );

  it('[MTG70] has the agenda as it now stands', () => {
    const meeting = new TestMeeting();
    meeting.give(facilitator, 'agenda.Insert', {
      after: 'welcome',
      date: '2019-06-25',
      type: 'break',
      minutes: 10,
      label: label('Photograph'),
    });
    meeting.give(facilitator, 'agenda.Resize', { item: 'first', minutes: 45 });
    meeting.give(facilitator, 'agenda.Skip', { item: 'second', skipped: true });
    const file = fileOf(meeting.state);
    expect(file.agenda.map(({ id, start, minutes }) => [id, start, minutes])).toEqual([
      ['welcome', '09:00', 30],
      [expect.any(String), '09:30', 10],
      ['first', '09:40', 45],
      ['work', expect.any(String), 90],
    ]);
    expect(file.agenda[1]).toEqual({ ...file.agenda[1], title: label('Photograph'), type: 'break', activities: [] });
    // What is skipped is not held, and neither are its questions.
    expect(file.activities.map(({ id }) => id)).toEqual(['live', 'read', 'table', 'dots']);
    for (const entry of file.agenda) expect(Object.keys(entry).sort()).toEqual(Object.keys(file.agenda[0]!).sort());
  });

  it('[MTG70] has the lists as they are corrected, in the texts that name a city too', () => {
    const meeting = new TestMeeting();
    meeting.give(facilitator, 'lists.AddCity', { label: label('Gabès') });
    meeting.give(facilitator, 'lists.Merge', { list: 'cities', into: 'sfax', from: 'lyon' });
    meeting.give(facilitator, 'lists.Correct', { list: 'organisations', id: 'network', label: label('The network') });
    const file = fileOf(meeting.state);
    expect(file.cities.map(({ name }) => name.en)).toEqual(['Sfax', 'Gabès']);
    expect(file.organisations.find(({ id }) => (id as string) === 'lyon-city')?.city).toBe('sfax');
    expect(file.organisations.find(({ id }) => (id as string) === 'network')?.name).toEqual(label('The network'));
    expect(JSON.stringify(config(file, 'read'))).toContain('"city":"sfax"');
    expect(JSON.stringify(config(file, 'read'))).not.toContain('lyon');
  });

  it('[MTG70] has the settings, the time and the grace of each activity, and the options of the desk', () => {
    const meeting = new TestMeeting();
    const configure = (activity: string, change: object) =>
      meeting.give(facilitator, 'core.Configure', { activity, ...change });
    configure('live', { minutes: null, graceSeconds: 30, settings: { replies: false } });
    configure('collect', { minutes: 12, settings: { reveal: 'live' } });
    configure('dots', { settings: { dots: 5, voters: 'organisation' } });
    meeting.give(facilitator, 'ballot.AddOption', { activity: 'dots', label: { fr: 'La continuité' } });
    meeting.give(facilitator, 'ballot.WithdrawOption', { activity: 'dots', option: 'o1' });
    const file = fileOf(meeting.state);
    expect(config(file, 'live')).toMatchObject({ graceSeconds: 30, replies: false });
    expect(config(file, 'live')).not.toHaveProperty('minutes');
    expect(config(file, 'collect')).toMatchObject({ minutes: 12, reveal: 'live' });
    expect(config(file, 'dots')).toMatchObject({ dots: 5, voters: 'organisation' });
    expect((config(file, 'dots').options as { text: { ar: string; fr: string } }[]).map((o) => o.text.ar)).toEqual([
      'Funding (ar)',
      'La continuité',
    ]);
    expect(config(file, 'table').seeds).toHaveLength(2);
  });

  it.each([1, 2, 3, 4, 5, 6])('[MTG70] parses, and is the same of its own copy, whatever has happened (%d)', (seed) => {
    const meeting = wild(seed);
    const file = fileOf(meeting.state);
    expect(MeetingFile.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
    expect(fileOf(copyOf(meeting).state)).toEqual(file);
  });

  it.each([7, 8, 9])('[MTG70] holds nothing that anybody wrote, and no name (%d)', (seed) => {
    const meeting = wild(seed);
    const bytes = JSON.stringify(fileOf(meeting.state));
    // Texts, names, notes and translations; of the desk's own labels (an option, an item of the agenda) some stay.
    const marks = [...meeting.sealed.values()].flatMap((value) =>
      ['label', 'meeting'].includes(value.kind) ? [] : (JSON.stringify(value).match(/⟦[a-z]+\d+⟧/g) ?? []),
    );
    expect(marks.length).toBeGreaterThan(50);
    expect(marks.filter((mark) => bytes.includes(mark))).toEqual([]);
    for (const id of meeting.state.participants.keys()) expect(bytes).not.toContain(`"${id}"`);
    expect(copyOf(meeting).state.participants.size).toBe(0);
  });

  it('is none where there is no meeting', () => {
    expect(() => fileOf({ ...new TestMeeting().state, file: null })).toThrow('no meeting');
  });
});

describe('a rehearsal', () => {
  const begin = (rehearsal: object) => {
    const meeting = new TestMeeting();
    meeting.state = { ...new TestMeeting().state, file: null, seq: 0 };
    meeting.give(system, 'core.Create', { file: sampleMeeting(), code: '123456', ...rehearsal });
    return meeting;
  };

  it('[MTG69] says to everybody that it is one, and any other meeting says nothing of it', () => {
    const meeting = begin({ rehearsal: true });
    for (const audience of ['desk', 'room', 'screen'] as const)
      expect((show(meeting.state, 'meeting', audience) as MeetingView).rehearsal).toBe(true);
    expect(view(begin({}).state, 'desk').get('meeting')).not.toHaveProperty('rehearsal');
    expect(begin({}).log.at(-1)?.data).not.toHaveProperty('rehearsal');
    expect(meeting.replayed().rehearsal).toBe(true);
  });

  it('[MTG69] is one from its beginning, or never', () => {
    expect(() => begin({ rehearsal: false })).toThrow();
    expect(
      begin({}).refused(system, 'core.Create', { file: sampleMeeting(), code: '1'.repeat(6), rehearsal: true }),
    ).toBe('UNCHANGED');
  });
});
