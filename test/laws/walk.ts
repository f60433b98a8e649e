import { type Audience, audiences } from '../../server/domain/actors.ts';
import { allowed } from '../../server/domain/commands.ts';
import { isSealed } from '../../server/domain/contributions/state.ts';
import type { ItemId, ParticipantId } from '../../server/domain/ids.ts';
import { applyPatch, type Entries } from '../../server/domain/plain.ts';
import { Rejection, type RejectionCode } from '../../server/domain/rejection.ts';
import type { VaultValue } from '../../server/domain/vault.ts';
import { selfView, show, view } from '../../server/domain/view.ts';
import { AudienceStream, type Encoded, type Look } from '../../server/live/stream.ts';
import { contributionsIn } from '../support/contributions-in.ts';
import { Random } from '../support/random.ts';
import { Marker, randomCommand } from '../support/random-commands.ts';
import { type Parts, TestMeeting } from '../support/test-meeting.ts';

/** A law that does not hold: which one, and what was seen. */
export class Violation extends Error {
  override readonly name = 'Violation';
  constructor(
    readonly law: number,
    message: string,
  ) {
    super(`law ${law}: ${message}`);
  }
}

export interface WalkResult {
  readonly given: number;
  readonly accepted: number;
  readonly events: ReadonlySet<string>;
  readonly refusals: ReadonlySet<RejectionCode>;
}

/** A client: applies what it is sent, and nothing else. */
class Follower {
  seen = new Map<string, unknown>();
  seq = 0;
  epoch: string | null = null;

  take(encoded: Encoded): void {
    const frame = JSON.parse(encoded.json) as {
      from?: number;
      to?: number;
      epoch?: string;
      seq?: number;
      entries: Entries;
    };
    if (encoded.event === 'snapshot') {
      this.seen = new Map(frame.entries as [string, unknown][]);
      this.epoch = frame.epoch ?? null;
      this.seq = frame.seq ?? 0;
      return;
    }
    if (frame.from !== this.seq) throw new Violation(2, `a patch from ${frame.from} came to a client at ${this.seq}`);
    applyPatch(this.seen, frame.entries);
    this.seq = frame.to ?? 0;
  }
}

const canonical = (seen: ReadonlyMap<string, unknown>): string =>
  JSON.stringify([...seen].sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * A random meeting of so many commands, in which every law that needs no disk is checked after each step.
 * `parts` and `look` replace pieces of the product: the laws are run against planted bugs to see that they notice.
 * @throws Violation
 */
export function walk(seed: number, steps: number, parts: Partial<Parts> = {}, look: Look = { show, view }): WalkResult {
  const random = new Random(seed);
  const marker = new Marker();
  const meeting = new TestMeeting(parts);
  const streams = new Map<Audience, AudienceStream>();
  const steady = new Map<Audience, Follower>();
  const dropping = new Map<Audience, Follower | null>();
  const lost = new Map<Audience, Follower>();
  for (const audience of audiences) {
    const stream = new AudienceStream(audience, 'epoch', meeting.state, look);
    streams.set(audience, stream);
    for (const map of [steady, dropping]) {
      const follower = new Follower();
      for (const encoded of stream.catchUp(meeting.state, 0, null)) follower.take(encoded);
      map.set(audience, follower);
    }
  }
  meeting.onCommit((touches) => {
    for (const touch of touches) for (const stream of streams.values()) stream.mark(touch);
  });
  const events = new Set<string>();
  const refusals = new Set<RejectionCode>();
  const references = new Map<string, ItemId>();
  let given = 0;
  let accepted = 0;

  const send = (audience: Audience, encoded: Encoded, ...to: (Follower | null | undefined)[]) => {
    withheld(meeting, audience, encoded.json);
    for (const follower of to) follower?.take(encoded);
  };

  for (let step = 0; step < steps; step++) {
    meeting.at += random.below(20_000);
    const next = randomCommand(meeting.state, random, marker, meeting.at);
    if (next) {
      given++;
      try {
        for (const event of meeting.give(next.actor, next.type, next.data)) events.add(event.type);
        accepted++;
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        refusals.add(error.code);
      }
      if (!allowed[next.type]) throw new Error(`no permission stands for ${next.type}`);
    }
    for (const audience of audiences) {
      const stream = streams.get(audience)!;
      if (random.chance(60)) {
        const encoded = stream.flush(meeting.state, random.chance(50));
        if (encoded) send(audience, encoded, steady.get(audience), dropping.get(audience));
      }
      if (random.chance(8)) drop(audience);
      if (random.chance(20)) resume(audience);
      if (random.chance(25)) settle(audience);
    }
    referencesStand(meeting, references);
  }
  for (const audience of audiences) {
    resume(audience);
    settle(audience);
  }
  logHoldsNoText(meeting);
  replays(meeting);
  return { given, accepted, events, refusals };

  function drop(audience: Audience): void {
    const follower = dropping.get(audience);
    if (!follower) return;
    lost.set(audience, follower);
    dropping.set(audience, null);
  }

  function resume(audience: Audience): void {
    const follower = lost.get(audience);
    if (!follower) return;
    lost.delete(audience);
    const { seq, epoch } = follower;
    for (const encoded of streams.get(audience)!.catchUp(meeting.state, seq, epoch)) send(audience, encoded, follower);
    dropping.set(audience, follower);
  }

  function settle(audience: Audience): void {
    const encoded = streams.get(audience)!.flush(meeting.state, true);
    if (encoded) send(audience, encoded, steady.get(audience), dropping.get(audience));
    const truth = canonical(view(meeting.state, audience));
    for (const [law, follower] of [
      [3, steady.get(audience)],
      [2, dropping.get(audience)],
    ] as const)
      if (follower && canonical(follower.seen) !== truth)
        throw new Violation(
          law,
          `the patches of ${audience} do not add up to its view (${difference(follower.seen, meeting, audience)})`,
        );
  }
}

function difference(seen: ReadonlyMap<string, unknown>, meeting: TestMeeting, audience: Audience): string {
  const truth = view(meeting.state, audience);
  const keys = new Set([...seen.keys(), ...truth.keys()]);
  return [...keys].filter((key) => JSON.stringify(seen.get(key)) !== JSON.stringify(truth.get(key))).join(', ');
}

/** Law 4, from the raw state and not through the view: nothing that an audience may not know is in its bytes. */
function withheld(meeting: TestMeeting, audience: Audience, json: string): void {
  const seen = new Set(json.match(/⟦[a-z]\d+⟧/g) ?? []);
  if (seen.size === 0) return;
  const { state, sealed } = meeting;
  for (const [id, value] of sealed)
    if (!state.vault.has(id))
      for (const mark of marks(value))
        if (seen.has(mark)) throw new Violation(4, `${audience} got the destroyed ${mark}`);
  for (const participant of state.participants.values())
    if (!participant.consents.words)
      for (const mark of marks(profileSeen(state.vault.get(participant.profile.id), audience)))
        if (seen.has(mark) && !calledByName(meeting, audience, participant.id))
          throw new Violation(4, `${audience} got the name ${mark} without consent`);
  for (const instance of state.activities.values())
    for (const c of contributionsIn(instance.slice)) {
      const may = c.status === 'shown' || (audience === 'desk' && (c.status === 'hidden' || c.status === 'late'));
      const texts = [
        ...(isSealed(c.text) ? [c.text] : []),
        ...[...(state.translations.get(c.id)?.values() ?? [])].map((t) => t.text),
      ];
      const notes = audience === 'desk' || !c.hidden?.note ? [] : [c.hidden.note];
      for (const { id } of [...(may ? [] : texts), ...notes])
        for (const mark of marks(state.vault.get(id)))
          if (seen.has(mark)) throw new Violation(4, `${audience} got ${mark}, which is ${c.status}`);
    }
}

/** The desk, which keeps the lists, also sees what somebody wrote who is of no listed organisation or city. */
const profileSeen = (profile: VaultValue | undefined, audience: Audience): unknown =>
  audience === 'desk' && profile?.kind === 'profile' ? profile.name : profile;

/** Whoever asks for the floor may be called by name: by the desk while they wait, before everybody while they speak. */
function calledByName({ state, log }: TestMeeting, audience: Audience, id: ParticipantId): boolean {
  // The desk also sees those who agreed to be listed, and whom it added itself.
  const person = state.participants.get(id);
  if (audience === 'desk' && (person?.consents.present || person?.phone === false)) return true;
  // A hand that was only raised is no word: a turn is by name where its speaker waited when it was given.
  const theirs = { waits: false, speaks: false, asked: false };
  for (const event of log) {
    if (!event.type.startsWith('floor.') || (event.data as { participant?: string }).participant !== id) continue;
    if (event.type === 'floor.Given') theirs.asked = theirs.waits;
    theirs.speaks = event.type === 'floor.Given' || event.type === 'floor.Resumed';
    theirs.waits =
      event.type === 'floor.Asked' ||
      event.type === 'floor.PutBack' ||
      (event.type === 'floor.TakenBack' && theirs.asked);
  }
  return theirs.waits ? audience === 'desk' : theirs.speaks && theirs.asked;
}

const marks = (value: unknown): string[] => JSON.stringify(value ?? null).match(/⟦[a-z]\d+⟧/g) ?? [];

/** Law 8: a reference is given once, stays with its item, and goes to no other. */
function referencesStand(meeting: TestMeeting, references: Map<string, ItemId>): void {
  for (const instance of meeting.state.activities.values())
    for (const c of contributionsIn(instance.slice)) {
      if (!c.ref) continue;
      const owner = references.get(c.ref);
      if (owner && owner !== c.id) throw new Violation(8, `${c.ref} was given to two contributions`);
      references.set(c.ref, c.id);
    }
}

/** Law 9: the log holds neither names nor texts. */
function logHoldsNoText(meeting: TestMeeting): void {
  const [mark] = marks(meeting.log);
  if (mark) throw new Violation(9, `the log holds ${mark}`);
}

/** The same log and vault fold into the same views, for each audience and each person. */
function replays(meeting: TestMeeting): void {
  const again = meeting.replayed();
  for (const audience of audiences)
    if (canonical(view(again, audience)) !== canonical(view(meeting.state, audience)))
      throw new Violation(3, `the log folds into another view for ${audience}`);
  for (const id of meeting.state.participants.keys())
    if (JSON.stringify(selfView(again, id)) !== JSON.stringify(selfView(meeting.state, id)))
      throw new Violation(3, `the log folds into another view for the participant ${id}`);
}
