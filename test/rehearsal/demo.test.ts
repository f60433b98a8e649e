import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Item } from '../../server/domain/activities/activity.ts';
import { activities } from '../../server/domain/activities/index.ts';
import type { ActivityId, AgendaItemId, ItemId, ParticipantId } from '../../server/domain/ids.ts';
import { MeetingFile } from '../../server/domain/meeting-file.ts';
import { quotesIn } from '../../server/domain/minutes-document.ts';
import { parts } from '../../server/domain/parts/index.ts';
import { pointsOf } from '../../server/domain/parts/keypoints.ts';
import { coreReader, kindOf, type MeetingState } from '../../server/domain/state.ts';
import { checkedLabel, languages, sameLabel } from '../../server/domain/text.ts';
import { languageGuesser } from '../../server/live/language.ts';
import { type LoadedMeeting, loadMeeting } from '../../server/live/load.ts';
import { compose } from '../../server/minutes/compose.ts';
import { corpusFor, fits } from '../../server/rehearsal/corpus.ts';
import { type Demo, demoMeeting } from '../../server/rehearsal/demo/demo.ts';
import { demoScript } from '../../server/rehearsal/demo/script.ts';
import type { Stores } from '../../server/store/sqlite.ts';
import type { StoredRow } from '../../server/store/store.ts';
import { wordsFor } from '../../server/words.ts';
import { freshStores, removeFolders } from '../support/stores.ts';

const file = MeetingFile.parse(
  JSON.parse(readFileSync(new URL('../../data/meetings/sfax-2019/meeting.json', import.meta.url), 'utf8')),
);
const corpus = corpusFor(file.id);
const script = demoScript(file.id);
const MINUTE = 60_000;
/** Two days on a clock of their own take some seconds. */
const PATIENCE = 120_000;

let stores: Stores;
let demo: Demo;
let rows: StoredRow[];
let loaded: LoadedMeeting;
let state: MeetingState;

const held = async (seed: number, createdAt: number): Promise<Demo> =>
  demoMeeting({ store: stores.events, file, seed, guessLanguage: await languageGuesser(), createdAt });

async function rowsOf({ meeting }: Demo): Promise<StoredRow[]> {
  const all: StoredRow[] = [];
  for await (const row of stores.events.read(meeting, 0)) all.push(row);
  return all;
}

beforeAll(async () => {
  stores = freshStores();
  demo = await held(2019, 1);
  rows = await rowsOf(demo);
  loaded = await loadMeeting(stores.events, demo.meeting);
  state = loaded.state;
}, PATIENCE);
afterAll(async () => {
  await stores.close();
  removeFolders();
});

/** What happened, by the type of its events; `every` is the name that several kinds give one. */
const of = <T = Record<string, unknown>>(type: string): { at: number; data: T }[] =>
  rows.flatMap((row) => (row.type === type ? [{ at: row.at, data: row.data as T }] : []));
const ofEvery = <T = Record<string, unknown>>(every: string) =>
  activities.flatMap(({ kind }) => of<T>(`${kind}.${every}`));

interface Written extends Item {
  readonly activity: ActivityId;
}

/** The texts of the room that readers see, by their ids: not those of the meeting file. */
const texts = (): Map<ItemId, Written> =>
  new Map(
    [...state.activities.values()].flatMap((instance) =>
      [...kindOf(instance).items(instance.slice, 'room', coreReader(state, instance))].flatMap((item) =>
        item.by.as === 'document' ? [] : [[item.id, { ...item, activity: instance.id }] as const],
      ),
    ),
  );
const answered = () => file.agenda.filter((entry) => entry.activities.length > 0);
const ideasOf = (text: string): readonly string[] => corpus.triple(text)?.ideas ?? [];

describe('the demonstration', () => {
  it('is a meeting like any other, written in one commit', async () => {
    expect(await stores.events.verify(demo.meeting)).toEqual({ ok: true, head: loaded.head });
    expect(rows).toHaveLength(demo.events);
    expect(await stores.events.meetings()).toEqual([{ id: demo.meeting, code: demo.code, createdAt: 1 }]);
    expect(rows.filter((row, i) => row.at < (rows[i - 1]?.at ?? 0))).toEqual([]);
  });

  it('has nothing refused: nobody tries what they cannot do', () => {
    expect([...demo.refused]).toEqual([]);
  });

  it('opens, answers and closes every activity, and uses every kind and every part', () => {
    for (const instance of state.activities.values())
      expect([instance.id, instance.status]).toEqual([instance.id, 'closed']);
    const named = new Set(rows.map(({ type }) => type.slice(0, type.indexOf('.'))));
    for (const name of [...activities.map(({ kind }) => kind), ...parts.map((part) => part.name)])
      expect(named).toContain(name);
    for (const entry of answered())
      for (const activity of entry.activities) {
        const acts = rows.filter(
          (row) => (row.data as { activity?: string }).activity === activity && row.actor.kind === 'participant',
        );
        expect(new Set(acts.map(({ actor }) => (actor as { id: string }).id)).size).toBeGreaterThan(20);
      }
  });

  it('goes through both days, with a programme that changes', () => {
    const agenda = state.file?.agenda ?? [];
    const first = (type: string) => of<{ item: AgendaItemId }>(type)[0]?.data.item;
    const skipped = agenda.filter((entry) => entry.skipped);
    expect(skipped.map(({ id }) => id)).toEqual([first('agenda.ItemSkipped')]);
    expect(agenda.filter((entry) => !state.progress.has(entry.id))).toEqual(skipped);
    expect(agenda.filter(({ inserted }) => inserted).map(({ title }) => title)).toEqual([script.photograph]);
    expect(first('agenda.ItemMoved')).toBeDefined();
    expect(first('agenda.ItemResized')).toBeDefined();
    const held = of<{ item: AgendaItemId }>('core.ItemStarted');
    expect(new Set(held.map(({ at }) => new Date(at).toISOString().slice(0, 10))).size).toBe(2);
    for (const { at, data } of held) {
      const { start = '' } = agenda.find(({ id }) => id === data.item) ?? {};
      const local = new Date(at + 60 * MINUTE).toISOString().slice(11, 16);
      const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
      expect([data.item, Math.abs(minutes(local) - minutes(start)) < 35]).toEqual([data.item, true]);
    }
  });

  it('has people come late and leave early, counted by half-day', () => {
    const halves = [...state.parts.attendance.halves.values()].flatMap((seen) => [...seen]);
    const counts = [...new Set(halves)].sort().map((half) => halves.filter((other) => other === half).length);
    expect(counts).toHaveLength(4);
    expect(counts[0]).toBeGreaterThan(60);
    expect(counts[3]).toBeLessThan(counts[2]!);
    expect(state.parts.attendance.away.size).toBeGreaterThan(8);
    const joined = of('core.ParticipantJoined').map(({ at }) => at);
    expect(Math.max(...joined) - Math.min(...joined)).toBeGreaterThan(90 * MINUTE);
    const consents = [...state.participants.values()].map((p) => `${p.consents.present} ${p.consents.words}`);
    expect(new Set(consents).size).toBe(4);
    expect(new Set([...state.participants.values()].map((p) => p.lang))).toEqual(new Set(languages));
  });

  it('gives the floor in turns of one to four minutes', () => {
    const turns = of<{ ms: number }>('floor.Ended').map(({ data }) => data.ms / MINUTE);
    expect(turns.length).toBeGreaterThan(40);
    expect(Math.min(...turns)).toBeGreaterThan(0.9);
    expect(Math.max(...turns)).toBeLessThan(4.5);
    expect(state.parts.floor.speaker).toBeNull();
    expect(state.parts.floor.queue.size).toBe(0);
  });

  it('has each text said once, by somebody whom it fits', () => {
    const said = [...texts().values()].flatMap(({ text }) => corpus.triple(text) ?? []);
    expect(said.length).toBeGreaterThan(250);
    expect(said.filter((triple, i) => said.indexOf(triple) < i)).toEqual([]);
    const shown = texts();
    const authors = ofEvery<{ item: ItemId; participant: ParticipantId }>('ContributionAdded');
    const wrong = authors.filter(({ data }) => {
      const text = shown.get(data.item)?.text ?? '';
      const { city = null, kind = '' } = state.participants.get(data.participant) ?? {};
      const triple = corpus.triple(text);
      return triple && !fits(triple, { city, kind });
    });
    expect(wrong).toEqual([]);
  });

  it('has what answers a text stand under it, and each text in its author’s language', () => {
    const shown = texts();
    const added = ofEvery<{ item: ItemId; participant: ParticipantId; parent?: ItemId }>('ContributionAdded');
    for (const { data } of added) {
      const text = shown.get(data.item);
      const parent = data.parent && shown.get(data.parent);
      if (!text || !corpus.triple(text.text)) continue;
      expect([text.text, text.lang]).toEqual([text.text, state.participants.get(data.participant)?.lang]);
      const ideas = ideasOf(text.text);
      if (parent && ideas.length > 0)
        expect(ideasOf(parent.text).filter((idea) => ideas.includes(idea))).not.toEqual([]);
    }
    expect(added.filter(({ data }) => data.parent).length).toBeGreaterThan(50);
  });

  it('has most texts translated by named interpreters, and some left as they were written', () => {
    const all = [...texts().values()];
    const wanting = all.filter(({ lang, translations }) => languages.some((l) => l !== lang && !translations[l]));
    expect(wanting.length).toBeGreaterThan(10);
    expect(wanting.length).toBeLessThan(all.length / 3);
    for (const { text, translations } of all)
      for (const lang of languages) {
        const translation = translations[lang];
        if (!translation) continue;
        expect(translation.by).toBe(script.interpreters[lang]);
        const triple = corpus.triple(text);
        if (triple) expect([translation.text, translation.earlier]).toEqual([triple[lang], false]);
      }
  });

  it('has the desk pin, merge, hide with a reason, remove for good, let in what came late, and take a step back', () => {
    expect(ofEvery('ContributionPinned').length).toBeGreaterThan(3);
    expect(ofEvery('ContributionsMerged').length).toBeGreaterThanOrEqual(4);
    const reasons = ofEvery<{ reason: string }>('ContributionHidden').map(({ data }) => data.reason);
    expect(reasons).toEqual(expect.arrayContaining(script.slips.map(({ reason }) => reason)));
    expect(ofEvery('ContributionRemoved')).toHaveLength(1);
    expect(ofEvery<{ late?: boolean }>('ContributionAdded').filter(({ data }) => data.late)).toHaveLength(2);
    expect(ofEvery('LateContributionAdmitted')).toHaveLength(1);
    expect(of('core.Undone').length).toBeGreaterThan(0);
    expect(ofEvery<{ behalf?: boolean }>('ContributionAdded').filter(({ data }) => data.behalf)).toHaveLength(2);
    expect(
      ofEvery<{ contests?: boolean }>('ContributionAdded').filter(({ data }) => data.contests).length,
    ).toBeGreaterThan(5);
    // What was destroyed is nowhere.
    const removed = script.slips.find((slip) => slip.removed)!;
    expect(JSON.stringify([...(state.vault.values() ?? [])])).not.toContain(removed.text[removed.lang]);
  });

  it('has key points for every item with activities, on texts that are about them', () => {
    const shown = texts();
    for (const { id } of answered()) {
      const points = pointsOf(state, id);
      expect([id, points.length >= 2 && points.length <= 5]).toEqual([id, true]);
      for (const { text, items } of points) {
        const { ideas } = script.keyPoints[id]!.find(({ label }) => sameLabel(checkedLabel(label), text))!;
        expect(items.length).toBeGreaterThan(0);
        for (const { item } of items) {
          const about = ideasOf(shown.get(item)?.text ?? '');
          expect([text.en, about.some((idea) => ideas.includes(idea))]).toEqual([text.en, true]);
        }
      }
    }
  });

  it('has themes across activities', () => {
    const shown = texts();
    const { themes } = state.parts.themes;
    expect(themes.size).toBe(script.themes.length);
    for (const { items } of themes.values()) {
      expect(items.length).toBeGreaterThan(5);
      expect(new Set(items.flatMap((id) => shown.get(id)?.activity ?? [])).size).toBeGreaterThan(2);
    }
  });

  it.each(languages)('makes minutes in %s', (lang) => {
    const doc = compose(state, { lang, words: wordsFor(lang), head: loaded.head, now: 1 });
    const quotes = doc.sections.flatMap(({ activities: all }) => all.flatMap(({ log }) => [...quotesIn(log)]));
    expect(quotes.length).toBeGreaterThan(250);
    expect(doc.untranslated).toBeLessThan(quotes.length / 5);
    expect(doc.present.length).toBeGreaterThan(30);
    expect(doc.themes).toHaveLength(script.themes.length);
    const { withheld } = doc;
    expect([withheld.hidden, withheld.removed, withheld.late]).toEqual([2, 1, 1]);
  });

  it(
    'is the same for the same seed, as another meeting with a code of its own',
    async () => {
      const again = await held(2019, 2);
      expect(again.meeting).not.toBe(demo.meeting);
      expect(again.code).not.toBe(demo.code);
      expect(plain(await rowsOf(again))).toEqual(plain(rows));
      expect([...(await stores.events.vault(again.meeting)).values()]).toEqual([
        ...(await stores.events.vault(demo.meeting)).values(),
      ]);
      expect((await stores.events.meetings()).map(({ id }) => id)).toEqual([demo.meeting, again.meeting]);
    },
    PATIENCE,
  );
});

/** A log without what is random in it: the join code, and the ids and commitments of sealed values. */
function plain(log: readonly StoredRow[]): unknown[] {
  const seals = new Map<string, string>();
  const known = (id: string): string => {
    const name = seals.get(id) ?? `seal ${seals.size}`;
    seals.set(id, name);
    return name;
  };
  const without = (value: unknown): unknown => {
    if (typeof value === 'string') return seals.get(value) ?? value;
    if (Array.isArray(value)) return value.map(without);
    if (typeof value !== 'object' || value === null) return value;
    if ('commitment' in value) return known((value as unknown as { id: string }).id);
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, name === 'code' ? '' : without(part)]),
    );
  };
  return log.map(without);
}
