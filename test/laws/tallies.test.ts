import { describe, expect, it } from '@jest/globals';
import type { BallotCountView } from '../../server/domain/activities/ballot/view.ts';
import type { MatrixCountView } from '../../server/domain/activities/matrix/view.ts';
import type { Actor } from '../../server/domain/actors.ts';
import type { Command } from '../../server/domain/commands.ts';
import { evolve } from '../../server/domain/evolve.ts';
import { MeetingFile } from '../../server/domain/meeting-file.ts';
import { Rejection } from '../../server/domain/rejection.ts';
import { show } from '../../server/domain/view.ts';
import { Random } from '../support/random.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';
import { facilitator, type Parts, person, system, TestMeeting } from '../support/test-meeting.ts';
import { ballotOf, cellsOf, numbersOf, type Text, take, textsOf } from './counting.ts';

const VOTERS = 300;
const words = (en: string) => ({ ar: en, fr: en, en });
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

/** The sample with a second ballot, of organisations, and lists long enough for three hundred. */
const file = (() => {
  const sample = sampleMeeting();
  const cities = range(8).map((i) => ({ id: `city${i}`, name: words(`City ${i}`) }));
  const kinds = range(5).map((i) => ({ id: `kind${i}`, name: words(`Kind ${i}`) }));
  const organisations = range(60).map((i) => ({
    id: `org${i}`,
    name: words(`Organisation ${i}`),
    city: i % 7 === 0 ? null : `city${i % 6}`,
    kind: `kind${i % 4}`,
  }));
  const options = range(5).map((i) => ({ text: words(`Option ${i}`) }));
  const ballot = { prompt: words('?'), options, dots: 5, results: 'live' };
  const councils = { ...ballot, perOption: 2, voters: 'organisation', attribution: 'city' };
  return MeetingFile.parse({
    ...sample,
    cities: [...sample.cities, ...cities],
    kinds: [...sample.kinds, ...kinds],
    organisations: [...sample.organisations, ...organisations],
    agenda: sample.agenda.map((a) => (a.id === 'work' ? { ...a, activities: [...a.activities, 'councils'] } : a)),
    activities: [
      ...sample.activities.map((a) => (a.id === 'dots' ? { ...a, config: ballot } : a)),
      { id: 'councils', kind: 'ballot', config: councils },
    ],
  });
})();
const seeds = ['rights/strong', 'services/weak'];
const cells = range(4).map((i) => ({ row: ['rights', 'services'][i % 2], column: ['strong', 'weak'][i >> 1] }));

interface Seen {
  readonly refused: ReadonlySet<string>;
  readonly accepted: ReadonlyMap<string, number>;
}

/**
 * A random meeting of three hundred: entries, contests, endorsements, votes, and the desk that hides, merges, removes,
 * withdraws options and corrects the lists. The numbers are compared as it goes and at the end.
 */
function meetingOf(seed: number, steps: number, parts: Partial<Parts> = {}): Seen {
  const random = new Random(seed);
  const meeting = new TestMeeting(parts, file);
  const refused = new Set<string>();
  const accepted = new Map<string, number>();
  const give = (actor: Actor, type: Command['type'], data: object): void => {
    try {
      meeting.give(actor, type, data);
      accepted.set(type, (accepted.get(type) ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      refused.add(error.code);
    }
  };
  const join = (id: string): void => {
    const listed = random.chance(80);
    give(system, 'core.Join', {
      participant: id,
      profile: {
        name: id,
        organisation: listed ? random.pick(file.organisations)!.id : null,
        organisationText: 'Own',
        city: random.chance(70) ? random.pick(file.cities)!.id : null,
        kind: random.pick(file.kinds)!.id,
      },
      consents: { present: false, words: false },
      lang: 'ar',
    });
  };
  for (const i of range(VOTERS - 20)) join(`p${i}`);
  const texts = new Map<string, Text>();
  meeting.onCommit((_touches, events) => {
    for (const event of events) if (event.type.startsWith('matrix.')) take(texts, event, seeds);
  });
  for (const activity of ['table', 'dots', 'councils']) meeting.open(activity);
  for (const i of range(20)) join(`p${VOTERS - 20 + i}`);
  for (let step = 1; step <= steps; step++) {
    if (step === Math.floor(steps / 3)) give(facilitator, 'matrix.Reveal', { activity: 'table' });
    meeting.at += random.below(5000);
    another(meeting, texts, random, give);
    if (step % 400 === 0) compare(meeting);
  }
  compare(meeting);
  return { refused, accepted };
}

/** One more command, of whatever kind. */
function another(
  meeting: TestMeeting,
  texts: ReadonlyMap<string, Text>,
  random: Random,
  give: (actor: Actor, type: Command['type'], data: object) => void,
): void {
  const who = person(`p${random.below(VOTERS)}`);
  const table = { activity: 'table' };
  const standing = [...texts].filter(([, text]) => text.status !== 'gone');
  // A few entries draw most of what is said of them.
  const entries = standing.filter(([, text]) => text.place !== undefined);
  const entry = random.pick(random.chance(70) ? entries.slice(0, 12) : entries)?.[0];
  const any = random.pick(standing)?.[0];
  const of = (item: string | undefined) => ({ ...table, item: item ?? 'none' });
  const dice = random.below(100);
  if (dice < 12)
    return give(who, 'matrix.Contribute', { ...table, ...random.pick(cells)!, text: `x${random.below(9)}` });
  if (dice < 32) return give(who, 'matrix.Endorse', of(random.chance(90) ? entry : any));
  // Now and then one who endorses it: then there is something to take back.
  const endorser = random.pick([...(texts.get(entry ?? '')?.endorsers ?? [])]);
  const again = endorser !== undefined && random.chance(60) ? person(endorser) : who;
  if (dice < 36) return give(again, 'matrix.Unendorse', of(entry));
  if (dice < 46) return give(again, 'matrix.Contest', { ...of(entry), text: 'no' });
  if (dice < 51) {
    const author = texts.get(any ?? '')?.author;
    return give(author === undefined ? who : person(author), 'matrix.Withdraw', of(any));
  }
  if (dice < 54) return give(facilitator, 'matrix.Hide', { ...of(any), reason: 'off_topic' });
  if (dice < 57) {
    const hidden = random.pick(standing.filter(([, text]) => text.status === 'hidden'))?.[0];
    return give(facilitator, 'matrix.Unhide', of(hidden));
  }
  if (dice < 62) {
    const first = random.pick(standing);
    const alike = standing.filter(([, t]) => t.place === first?.[1].place && t.against === first?.[1].against);
    return give(facilitator, 'matrix.Merge', {
      ...table,
      into: first?.[0] ?? 'none',
      from: [random.pick(alike)?.[0] ?? 'none'],
    });
  }
  if (dice < 64) {
    const part = random.pick(standing.filter(([, text]) => text.partOf !== undefined))?.[0];
    return give(facilitator, 'matrix.Unmerge', { ...table, from: [part ?? 'none'] });
  }
  if (dice < 65) return give(facilitator, 'matrix.Remove', { ...of(any), reason: 'insult' });
  if (dice < 66) return give(facilitator, 'core.Undo', { seq: meeting.state.acts.at(-1)?.seq ?? 1 });
  if (dice < 92) {
    const activity = random.pick(['dots', 'councils'])!;
    const dots = range(random.below(4)).map(() => ({ option: `o${1 + random.below(5)}`, n: 1 + random.below(2) }));
    return give(who, 'ballot.Vote', { activity, dots });
  }
  if (dice < 96) {
    const type = random.chance(50) ? 'ballot.WithdrawOption' : 'ballot.RestoreOption';
    return give(facilitator, type, { activity: random.pick(['dots', 'councils'])!, option: `o${1 + random.below(5)}` });
  }
  const now = meeting.state.file!;
  if (dice < 98) {
    const { organisation, kind } = { organisation: random.pick(now.organisations)!.id, kind: now.kinds[0]!.id };
    const participant = `p${random.below(VOTERS)}`;
    return give(facilitator, 'lists.Assign', {
      participant,
      organisation: random.chance(70) ? organisation : null,
      city: null,
      kind,
    });
  }
  const list = random.chance(80) || now.cities.length < 6 ? 'organisations' : 'cities';
  const ids = now[list].map((entry) => entry.id);
  return give(facilitator, 'lists.Merge', { list, into: random.pick(ids), from: random.pick(ids) });
}

/** The product's numbers, and the second opinion. */
function compare({ state, log }: TestMeeting): void {
  const texts = textsOf(log, 'table', seeds);
  const { cells: shown } = show(state, 'count/table', 'room') as MatrixCountView;
  const none = { shown: 0, endorsements: 0, contests: 0 };
  const empty = Object.fromEntries(cells.map(({ row, column }) => [`${row}/${column}`, none]));
  expect(shown).toEqual({ ...empty, ...cellsOf(texts) });
  for (const id of texts.keys()) {
    const seen = show(state, `n/${id}`, 'room') as { n: number; contests?: number } | undefined;
    const { n, contests } = numbersOf(texts, id) ?? { n: 0, contests: 0 };
    expect([id, seen?.n ?? 0, seen?.contests ?? 0]).toEqual([id, n, contests]);
  }
  for (const [activity, voters] of [
    ['dots', 'participant'],
    ['councils', 'organisation'],
  ] as const) {
    const { voted, results, groups } = show(state, `count/${activity}`, 'desk') as BallotCountView;
    const given = Object.entries(results ?? {}).filter(([, result]) => result.voters > 0);
    expect({ voted, results: Object.fromEntries(given), groups }).toEqual(ballotOf(log, activity, voters));
  }
}

describe('tallies of three hundred voters equal an independent count from the log', () => {
  const seen: Seen[] = [];

  it.each([1, 2, 3])('matrix and ballots, seed %i', (seed) => {
    seen.push(meetingOf(seed, 2400));
  });

  it('after hides, merges, withdrawals, options withdrawn, colleagues’ votes and corrected lists', () => {
    const accepted = new Map<string, number>();
    for (const { accepted: some } of seen)
      for (const [type, n] of some) accepted.set(type, (accepted.get(type) ?? 0) + n);
    const types = [
      'Contribute',
      'Contest',
      'Endorse',
      'Unendorse',
      'Withdraw',
      'Hide',
      'Unhide',
      'Merge',
      'Unmerge',
      'Remove',
    ];
    const all = [
      ...types.map((type) => `matrix.${type}`),
      'ballot.Vote',
      'ballot.WithdrawOption',
      'ballot.RestoreOption',
    ];
    for (const type of [...all, 'lists.Assign', 'lists.Merge'])
      expect([type, accepted.get(type)]).not.toContain(undefined);
    const refused = new Set(seen.flatMap((one) => [...one.refused]));
    for (const code of ['TOO_MANY_DOTS', 'OPTION_WITHDRAWN', 'ALREADY_CONTESTED', 'MERGE_IMPOSSIBLE', 'OWN_ITEM'])
      expect(refused).toContain(code);
  });

  it.each([
    ['an endorsement that is not taken back', 'matrix.EndorsementWithdrawn'],
    ['a withdrawn option that goes on counting', 'ballot.OptionWithdrawn'],
    ['a hidden text that goes on counting', 'matrix.ContributionHidden'],
    ['organisations that do not become one', 'lists.Merged'],
  ])('notices %s', (_what, ignored) => {
    const faulty: Parts['evolve'] = (state, event) => {
      if (event.type !== ignored) evolve(state, event);
      else state.seq = event.seq;
    };
    expect(() => meetingOf(1, 800, { evolve: faulty })).toThrow(/toEqual/);
  });

  it('notices a second vote that is counted beside the first', () => {
    const voted = new Set<string>();
    const faulty: Parts['evolve'] = (state, event) => {
      if (event.type !== 'ballot.Voted') return evolve(state, event);
      const { participant } = event.data;
      const again = voted.has(participant);
      voted.add(participant);
      evolve(
        state,
        again ? { ...event, data: { ...event.data, participant: `${participant}x` as typeof participant } } : event,
      );
    };
    expect(() => meetingOf(1, 800, { evolve: faulty })).toThrow(/toEqual/);
  });
});
