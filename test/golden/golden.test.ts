import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { activities } from '../../server/domain/activities/index.ts';
import { audiences } from '../../server/domain/actors.ts';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import { evolve } from '../../server/domain/evolve.ts';
import { initialState } from '../../server/domain/initial.ts';
import { parts } from '../../server/domain/parts/index.ts';
import { Rejection } from '../../server/domain/rejection.ts';
import type { MeetingState } from '../../server/domain/state.ts';
import { upcast } from '../../server/domain/upcast.ts';
import type { VaultValue } from '../../server/domain/vault.ts';
import { view } from '../../server/domain/view.ts';
import { canonicalJson } from '../../server/store/canonical.ts';
import { Random } from '../support/random.ts';
import { Marker, randomCommand } from '../support/random-commands.ts';
import { TestMeeting } from '../support/test-meeting.ts';

/*
 * A log as each release left it: later ones must still load it and see the same. `HALQA_GOLDEN=0.2.0 npm test golden`
 * records this release's; a recorded one is never written again.
 */

interface Golden {
  readonly events: readonly unknown[];
  readonly vault: Readonly<Record<string, VaultValue>>;
  /** What each audience saw: by key, a hash of what of its value must last. */
  readonly seen: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const folder = import.meta.dirname;
const hash = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 16);
/** Of a contribution what must never change; the rest of its value may gain fields. */
const lasting = (key: string, value: unknown): unknown => {
  if (!key.startsWith('c/')) return value;
  const { ref, text, lang, by, translations } = value as ContributionView;
  return { ref, text, lang, by, translations };
};
const seenIn = (state: MeetingState): Record<string, Record<string, string>> =>
  Object.fromEntries(
    audiences.map((a) => [
      a,
      Object.fromEntries([...view(state, a)].map(([key, value]) => [key, hash(lasting(key, value))])),
    ]),
  );

function record(release: string): void {
  const meeting = new TestMeeting();
  const random = new Random(2019);
  const marker = new Marker();
  for (let step = 0; step < 1200; step++) {
    meeting.at += random.below(20_000);
    const next = randomCommand(meeting.state, random, marker, meeting.at);
    try {
      if (next) meeting.give(next.actor, next.type, next.data);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
    }
  }
  const golden: Golden = {
    events: meeting.log,
    vault: Object.fromEntries(meeting.state.vault),
    seen: seenIn(meeting.state),
  };
  writeFileSync(path.join(folder, `${release}.json`), `${JSON.stringify(golden)}\n`, { flag: 'wx' });
}

/** What must last: texts and endorsements; since there are other kinds, what is counted and grouped too. */
const lasts = (release: string): RegExp =>
  release === '0.1.0.json' ? /^[cn]\// : /^(c|n|count|options|marks|theme|keypoints)\//;

describe('logs of releases', () => {
  if (process.env.HALQA_GOLDEN) record(process.env.HALQA_GOLDEN);
  const releases = readdirSync(folder).filter((name) => name.endsWith('.json'));

  it('there is one of each', () => {
    expect(releases.sort()).toEqual(['0.1.0.json', '0.2.0.json']);
  });

  it('the newest has events of every kind and of every part', () => {
    const { events } = JSON.parse(readFileSync(path.join(folder, releases.sort().at(-1)!), 'utf8')) as Golden;
    const named = new Set(events.map((event) => (event as { type: string }).type.split('.')[0]));
    const silent = [...activities.map(({ kind }) => kind), ...parts.map(({ name }) => name)].filter(
      (name) => !named.has(name),
    );
    expect(silent).toEqual([]);
  });

  it.each(releases)('%s loads, and shows what it showed', (name) => {
    const golden = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Golden;
    const state = initialState();
    for (const [id, value] of Object.entries(golden.vault)) state.vault.set(id, value);
    for (const event of golden.events) evolve(state, upcast(event));
    expect(golden.events.length).toBeGreaterThan(200);
    const seen = seenIn(state);
    for (const audience of audiences)
      expect(Object.keys(seen[audience] ?? {})).toEqual(
        expect.arrayContaining(Object.keys(golden.seen[audience] ?? {})),
      );
    for (const audience of audiences)
      for (const [key, value] of Object.entries(golden.seen[audience] ?? {}))
        if (lasts(name).test(key)) expect({ key, value: seen[audience]?.[key] }).toEqual({ key, value });
  });
});
