import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ActivityId, ParticipantId } from '../../server/domain/ids.ts';
import { MeetingFile } from '../../server/domain/meeting-file.ts';
import { Rejection } from '../../server/domain/rejection.ts';
import { kindOf } from '../../server/domain/state.ts';
import { selfView, show, view } from '../../server/domain/view.ts';
import { type Act, Delegate } from '../../server/rehearsal/behaviour.ts';
import { Corpus, type Triple } from '../../server/rehearsal/corpus.ts';
import { crowd, type Guest } from '../../server/rehearsal/crowd.ts';
import { Ideas } from '../../server/rehearsal/ideas.ts';
import { Random } from '../../server/rehearsal/random.ts';
import { person, START, system, TestMeeting } from '../support/test-meeting.ts';

const SFAX = path.join(import.meta.dirname, '../../data/meetings/sfax-2019/meeting.json');
export const sfax = (): MeetingFile => MeetingFile.parse(JSON.parse(readFileSync(SFAX, 'utf8')));

/** Texts of no meaning, as many as asked for. */
const triples = (name: string, count: number): Triple[] =>
  Array.from({ length: count }, (_, i) => ({
    ar: `قول ${i + 1} من القاعة في ${name} اليوم.`,
    fr: `Idée ${i + 1} de la salle, ${name}, ce jour.`,
    en: `Thought ${i + 1} of the room, ${name}, today.`,
  }));
const texts = (name: string, count: number) => ({
  contributions: triples(name, count),
  replies: triples(`${name} r`, count),
  contests: triples(`${name} c`, count),
});
const names = (first: string) => Array.from({ length: 12 }, (_, i) => `${first}${i} Benali-${i}`);

/** A corpus with enough for sixty, whatever data/rehearsal/ holds: in the Sfax meeting for some activities, and in general. */
const testCorpus = (meeting: string): Corpus =>
  new Corpus(
    { ar: names('سلمى'), fr: names('Awa'), en: names('Anna') },
    { ...texts('any', 30), activities: {} },
    {
      ...texts('none', 0),
      activities: meeting.startsWith('sfax')
        ? {
            ...Object.fromEntries(['practices', 'q1', 'q2', 'q3'].map((q) => [q, { ...texts(q, 30), cells: {} }])),
            matrix: {
              ...texts('none', 0),
              cells: Object.fromEntries(
                ['awareness', 'services', 'inclusion'].flatMap((row) =>
                  ['strengths', 'weaknesses'].map((column) => [`${row}/${column}`, triples(`${row} ${column}`, 8)]),
                ),
              ),
            },
          }
        : {},
    },
  );

/** What a delegate did, and the code that refused it. */
export interface Done {
  readonly who: ParticipantId;
  readonly act: Act;
  readonly refused: string | null;
}

interface Seated {
  readonly id: ParticipantId;
  readonly guest: Guest;
  readonly delegate: Delegate;
  next: number;
}

/** Delegates in a meeting in memory, with a clock of its own: no sockets, no waiting. */
export class SimulatedRoom {
  readonly meeting: TestMeeting;
  readonly corpus: Corpus;
  readonly done: Done[] = [];
  readonly seats: Seated[];
  /** What every phone shows, patched as those are. */
  private readonly entries: Map<string, unknown>;

  constructor(seed: number, count: number, file = sfax()) {
    const random = new Random(seed);
    this.corpus = testCorpus(file.id);
    this.meeting = new TestMeeting({}, file);
    this.entries = view(this.meeting.state, 'room');
    this.meeting.onCommit((touches) => {
      for (const key of touches.flatMap(({ keys = [], tallies = [] }) => [...keys, ...tallies])) {
        const value = show(this.meeting.state, key, 'room');
        if (value === undefined) this.entries.delete(key);
        else this.entries.set(key, value);
      }
    });
    const ideas = new Ideas(this.corpus, random);
    this.seats = crowd(file, this.corpus.people, random, count).map((guest, i) => {
      const id = `p${i}` as ParticipantId;
      const { profile, consents, lang } = guest;
      this.meeting.give(system, 'core.Join', { participant: id, profile, consents, lang });
      const delegate = new Delegate(guest.character, ideas, new Random(seed + i + 1));
      return { id, guest, delegate, next: START + delegate.pause() };
    });
  }

  /** Lets so many seconds pass: whoever is due looks at their phone. */
  run(seconds: number): void {
    const end = this.meeting.at + seconds * 1000;
    for (;;) {
      const [due] = [...this.seats].sort((a, b) => a.next - b.next);
      if (!due || due.next > end) break;
      this.meeting.at = Math.max(this.meeting.at, due.next);
      this.look(due);
      due.next = this.meeting.at + due.delegate.pause();
    }
    this.meeting.at = end;
  }

  private look({ id, guest, delegate }: Seated): void {
    const { state } = this.meeting;
    const act = delegate.nextAct({
      entries: this.entries,
      self: selfView(state, id)!,
      now: this.meeting.at,
      reading: (activity: ActivityId) => {
        const instance = state.activities.get(activity);
        return instance && kindOf(instance).reading?.(instance.slice, guest.lang);
      },
    });
    if (!act) return;
    let refused: string | null = null;
    try {
      this.meeting.give(person(id), act.type, act.data);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      refused = error.code;
    }
    this.done.push({ who: id, act, refused });
  }
}
