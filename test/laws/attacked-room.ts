import { audiences } from '../../server/domain/actors.ts';
import type { Command } from '../../server/domain/commands.ts';
import type { ItemId, ParticipantId } from '../../server/domain/ids.ts';
import { MeetingFile } from '../../server/domain/meeting-file.ts';
import { Rejection } from '../../server/domain/rejection.ts';
import { Random } from '../support/random.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';
import { facilitator, type Parts, person, system, TestMeeting } from '../support/test-meeting.ts';
import { Attacker } from './attacker.ts';
import { FrameReader } from './frame-reader.ts';
import { HeardAttacker } from './heard-attacker.ts';

const words = (en: string) => ({ ar: `${en} (ar)`, fr: `${en} (fr)`, en });
const range = (n: number) => Array.from({ length: n }, (_, i) => i);
const ACTIVITIES = ['city', 'kind', 'weights', 'councils'];
/** Where authors appear by name, or as participants. */
const NAMED = 'named';
const CITIES = range(6).map((i) => `c${i}`);

/** Authors by city, by kind and by name, votes by both, and lists that are long enough to be skewed. */
const file = (() => {
  const sample = sampleMeeting();
  const { prompt, rows, columns, corner } = sample.activities.find((a) => a.kind === 'matrix')!.config as never;
  const options = range(3).map((i) => ({ text: words(`Option ${i}`) }));
  const ballot = { prompt, options, results: 'live' };
  return MeetingFile.parse({
    ...sample,
    cities: CITIES.map((id) => ({ id, name: words(`City ${id}`) })),
    kinds: range(5).map((i) => ({ id: `k${i}`, name: words(`Kind ${i}`) })),
    organisations: range(14).map((i) => ({
      id: `o${i}`,
      name: words(`Organisation ${i}`),
      city: i % 5 === 0 ? null : `c${i % 4}`,
      kind: `k${i % 3}`,
    })),
    agenda: [{ ...sample.agenda[0], activities: [...ACTIVITIES, NAMED] }],
    activities: [
      { id: 'city', kind: 'discussion', config: { prompt, attribution: 'city' } },
      { id: NAMED, kind: 'discussion', config: { prompt } },
      { id: 'kind', kind: 'matrix', config: { prompt, rows, columns, corner, reveal: 'collect', attribution: 'kind' } },
      { id: 'weights', kind: 'ballot', config: { ...ballot, attribution: 'city' } },
      { id: 'councils', kind: 'ballot', config: { ...ballot, attribution: 'kind', voters: 'organisation' } },
    ],
  });
})();

/** The first of a list are picked more often than the last. */
const skewed = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(list.length * random.next() ** (1 + random.below(3)))]!;

export interface Attack {
  readonly found: readonly string[];
  /** How many labels were tried, rows of the minutes and frames read, and acts tried on who has been heard. */
  readonly tried: number;
  readonly read: number;
  readonly frames: number;
  readonly heard: number;
  /** Whether anything stood by itself. */
  readonly standing: boolean;
}

/** A random room of 3 to 80, in which people join early and late, leave, write and vote, and what an attacker finds. */
export function attack(seed: number, parts: Partial<Parts> = {}): Attack {
  const random = new Random(seed);
  const meeting = new TestMeeting(parts, file);
  const attacker = new Attacker(meeting, ACTIVITIES);
  const frames = new FrameReader(meeting);
  const heard = new HeardAttacker(meeting, NAMED);
  const size = 3 + Math.floor(78 * random.next() ** 2);
  const early = Math.ceil(size * (0.3 + 0.7 * random.next()));
  const items: { id: ItemId; activity: string; author: string }[] = [];
  const named: ItemId[] = [];
  const give = (...[actor, type, data]: [Parameters<TestMeeting['give']>[0], Command['type'], object]) => {
    try {
      return meeting.give(actor, type, data);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return [];
    }
  };
  const join = (): void => {
    const n = meeting.state.participants.size;
    const listed = random.chance(60);
    const profile = {
      name: `Name of p${n}`,
      organisation: listed ? skewed(random, file.organisations).id : null,
      organisationText: 'Own circle',
      city: random.chance(75) ? skewed(random, file.cities).id : null,
      kind: skewed(random, file.kinds).id,
    };
    const rest = {
      profile,
      consents: { present: false, words: random.chance(50) },
      lang: random.pick(['ar', 'fr', 'en']),
    };
    if (random.chance(6)) give(facilitator, 'core.AddParticipant', rest);
    else give(system, 'core.Join', { participant: `p${n}`, ...rest });
  };
  const people = (): ParticipantId[] => [...meeting.state.participants.keys()];
  const voice = (id: ParticipantId) =>
    meeting.state.participants.get(id)?.phone ? person(id) : ({ kind: 'participant', id, via: 'desk' } as const);
  const leaves = (participant: ParticipantId) => give(facilitator, 'attendance.Leave', { participant });

  for (const _ of range(early)) join();
  for (const id of people()) if (random.chance(8)) leaves(id);
  const unopened = [...ACTIVITIES];
  meeting.open(NAMED);
  for (let step = 0; step < 130; step++) {
    meeting.at += random.below(30_000);
    const dice = random.below(100);
    if (unopened.length > 0 && dice < 30) meeting.open(unopened.shift());
    else if (people().length < size && dice < 45) join();
    else another();
    if (random.chance(40)) attacker.look(random.pick(audiences)!);
  }
  give(facilitator, 'matrix.Reveal', { activity: 'kind' });
  for (const audience of audiences) attacker.look(audience);
  attacker.readMinutes();
  const standing = [...meeting.state.activities.values()].some((a) => (a.buckets?.listed.size ?? 0) > 0);
  const found = [...attacker.found, ...frames.found, ...heard.found];
  return { found, tried: attacker.tried, read: attacker.read, frames: frames.tried, heard: heard.tried, standing };

  function another(): void {
    const who = random.pick(people())!;
    const text = random.pick(['قول', 'une idée', 'one report', 'ok'])!;
    const one = random.pick(items);
    const dice = random.below(190);
    if (dice >= 125) {
      const mine = named.length > 0 && random.chance(30) ? random.pick(named) : null;
      if (mine) give(voice(who), 'discussion.Endorse', { activity: NAMED, item: mine });
      else
        for (const { data } of give(voice(who), 'discussion.Contribute', { activity: NAMED, text }))
          if ('item' in data) named.push(data.item as ItemId);
    } else if (dice >= 115) {
      give(person(who), 'core.SetConsents', { present: random.chance(50), words: random.chance(50) });
    } else if (dice < 45) {
      const matrix = random.chance(40);
      const events = matrix
        ? give(voice(who), 'matrix.Contribute', { activity: 'kind', row: 'rights', column: 'weak', text })
        : give(voice(who), 'discussion.Contribute', { activity: 'city', text });
      for (const { data } of events)
        if ('item' in data) items.push({ id: data.item as ItemId, activity: matrix ? 'kind' : 'city', author: who });
    } else if (dice < 65) {
      const dots = [{ option: `o${1 + random.below(3)}`, n: 1 + random.below(3) }];
      give(voice(who), 'ballot.Vote', { activity: random.pick(['weights', 'councils'])!, dots });
    } else if (dice < 72 && one) {
      const kind = one.activity === 'kind' ? 'matrix' : 'discussion';
      give(voice(one.author as ParticipantId), `${kind}.Edit`, {
        activity: one.activity,
        item: one.id,
        text: 'another',
      });
    } else if (dice < 78 && one) {
      const kind = one.activity === 'kind' ? 'matrix' : 'discussion';
      const other = random.pick(items.filter((i) => i.activity === one.activity))!;
      give(facilitator, `${kind}.Merge`, { activity: one.activity, into: one.id, from: [other.id] });
    } else if (dice < 82) leaves(who);
    else if (dice < 84) give(person(who), 'attendance.Arrive', {});
    else if (dice < 94) {
      const organisation = random.chance(50) ? random.pick(meeting.state.file!.organisations)!.id : null;
      const city = random.pick(meeting.state.file!.cities)!.id;
      give(facilitator, 'lists.Assign', { participant: who, organisation, city, kind: random.pick(file.kinds)!.id });
    } else if (dice < 96) {
      const cities = meeting.state.file!.cities.map((c) => c.id);
      give(facilitator, 'lists.Merge', { list: 'cities', into: random.pick(cities)!, from: random.pick(cities)! });
    } else if (dice < 97) give(facilitator, 'core.Undo', { seq: meeting.state.acts.at(-1)?.seq ?? 1 });
  }
}
