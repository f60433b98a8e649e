import type { MeetingId, ParticipantId } from '../../domain/ids.ts';
import type { MeetingFile } from '../../domain/meeting-file.ts';
import type { Rejection } from '../../domain/rejection.ts';
import type { RoomSurroundings } from '../../live/room.ts';
import { Rooms } from '../../live/rooms.ts';
import type { EventStore } from '../../store/store.ts';
import { corpusFor } from '../corpus.ts';
import { Random } from '../random.ts';
import { momentOf, SimulatedClock } from './clock.ts';
import { Conversation } from './conversation.ts';
import { Desk } from './desk.ts';
import { GatheringStore } from './gathering-store.ts';
import { type Guest, guestsOf, Phones } from './guests.ts';
import { Programme } from './programme.ts';
import { demoScript } from './script.ts';
import { Stage } from './stage.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export interface DemoOptions {
  /** The store that the meeting is written to, in one commit. */
  readonly store: EventStore;
  /** The meeting to hold; there has to be a script for it. */
  readonly file: MeetingFile;
  /** The same seed gives the same meeting, but for its join code and the hashes. */
  readonly seed: number;
  guessLanguage: RoomSurroundings['guessLanguage'];
  /** When the store got it, in milliseconds since 1970. */
  readonly createdAt: number;
}

export interface Demo {
  readonly meeting: MeetingId;
  readonly code: string;
  /** Number of its last event. */
  readonly events: number;
  /** What phones were refused, by code: people who come too late, or both want the same. */
  readonly refused: ReadonlyMap<Rejection['code'], number>;
}

/**
 * Holds a meeting from its first to its last day on a clock of its own, through a real room: its guests by themselves,
 * the desk by the script. Then writes it into the store as a meeting like any other.
 * @throws StoreError where it cannot be written; then there is none.
 */
export async function demoMeeting({ store, file, seed, guessLanguage, createdAt }: DemoOptions): Promise<Demo> {
  const script = demoScript(file.id);
  const random = new Random(seed);
  const newId = idsFrom(new Random(seed + 1));
  const zone = file.timezone;
  const clock = new SimulatedClock(momentOf(file.dates.first, '09:00', zone) - 18 * HOUR);
  const gathering = new GatheringStore(store);
  let fault: unknown = null;
  const surroundings: RoomSurroundings = {
    now: () => clock.now(),
    after: (ms, callback) =>
      clock.after(ms, async () => {
        callback();
        await stage.settle();
      }),
    newId,
    guessLanguage,
    report: (error) => {
      fault ??= error;
    },
  };
  const rooms = new Rooms(gathering, surroundings);
  const { meeting, code } = await rooms.create(file);
  const stage = new Stage(await rooms.get(meeting), clock, newId);
  const conversation = new Conversation(corpusFor(file.id), script, stage, random);
  const guests = guestsOf(script, file, conversation, random, newId);
  const phones = new Phones(stage, conversation, guests, random, (item) => desk.translateLater(item));
  const desk = new Desk(stage, script, conversation, phones, random);
  await desk.prepare();

  for (const [i, guest] of guests.entries()) comes(guest, i, { stage, phones, random, file });
  await clock.until(momentOf(file.dates.first, '08:20', zone));
  const { name, organisation, city, kind, lang } = script.withoutPhone;
  const added = await stage.direct('core.AddParticipant', {
    profile: { name, organisation: null, organisationText: organisation[lang], city, kind },
    consents: { present: true, words: true },
    lang,
  });
  clock.plan(momentOf(file.dates.first, '12:55', zone), () => desk.addOrganisations());
  clock.plan(momentOf(file.dates.last, '09:20', zone), async () => {
    await stage.direct('attendance.Arrive', { participant: added.participant });
  });
  await new Programme(stage, script, desk, phones, random, added.participant as ParticipantId).run();
  await rooms.close();
  if (fault) throw fault;
  const { seq } = await gathering.write(createdAt);
  return { meeting, code, events: seq, refused: stage.refused };
}

interface Around {
  readonly stage: Stage;
  readonly phones: Phones;
  readonly random: Random;
  readonly file: MeetingFile;
}

/** When somebody is there: most from the first morning to the last evening, a few later, some read in the evening. */
function comes(guest: Guest, index: number, { stage, phones, random, file: { dates, timezone: zone } }: Around): void {
  const on = (date: string, time: string) => momentOf(date, time, zone);
  const { first, last } = dates;
  const late = index % 9 === 4;
  const joins = late
    ? on(first, '09:30') + random.below(150) * MINUTE
    : on(first, '08:27') + random.below(36 * 60) * 1000;
  const afternoon = on(first, '13:45') + random.below(25) * MINUTE;
  const morning = index % 17 === 11 ? on(last, '13:30') : on(last, '08:48') + random.below(30) * MINUTE;
  const back = on(last, '13:32') + random.below(18) * MINUTE;
  guest.stays = [
    [joins, on(first, '12:45')],
    [afternoon, on(first, '17:25')],
    ...(random.chance(45) ? [[on(first, '20:30') + random.below(60) * MINUTE, on(first, '23:20')] as const] : []),
    ...(random.chance(25) ? [[on(last, '07:20'), on(last, '08:20')] as const] : []),
    [morning, on(last, '12:32')],
    [back, on(last, '17:30')],
  ];
  stage.clock.plan(joins, async () => {
    const consents = { present: random.chance(78), words: random.chance(66) };
    await stage.give(null, 'core.Join', { participant: guest.id, profile: guest.profile, consents, lang: guest.lang });
  });
  for (const at of [afternoon, morning, back])
    stage.clock.plan(at, async () => {
      if (phones.isThere(guest)) await phones.arrive(guest);
    });
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Ids like the server's own, by seeded chance. */
const idsFrom =
  (random: Random): (() => string) =>
  () =>
    Array.from({ length: 20 }, () => LETTERS[random.below(64)]).join('');
