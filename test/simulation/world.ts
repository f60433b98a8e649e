import { type Actor, type Audience, audienceOf, roleOf } from '../../server/domain/actors.ts';
import type { Command, CommandEnvelope } from '../../server/domain/commands.ts';
import type { MeetingId, ParticipantId } from '../../server/domain/ids.ts';
import { applyPatch, type Entries } from '../../server/domain/plain.ts';
import type { CommandAnswer } from '../../server/domain/protocol.ts';
import { selfView, view } from '../../server/domain/view.ts';
import { Publisher } from '../../server/live/publisher.ts';
import { Room, type RoomSurroundings } from '../../server/live/room.ts';
import type { Encoded } from '../../server/live/stream.ts';
import { canonicalJson } from '../../server/store/canonical.ts';
import { Random } from '../support/random.ts';
import { type Given, Marker, randomCommand } from '../support/random-commands.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';
import type { FaultyStore } from '../support/stores.ts';
import { facilitator, person, START, system } from '../support/test-meeting.ts';

const MEETING = 'sample' as MeetingId;

/** What a simulated phone, desk or screen has sent and not yet heard of. */
interface Unanswered {
  readonly id: string;
  readonly given: Given;
  inTheAir: boolean;
}

/** A client on a bad network: what it is sent may come late or never, what it sends may get lost either way. */
class Client {
  seen = new Map<string, unknown>();
  seq = 0;
  epoch: string | null = null;
  self: unknown = null;
  connected = false;
  readonly inbox: (() => void)[] = [];
  readonly outbox: Unanswered[] = [];
  readonly audience: Audience | null;

  constructor(readonly actor: Actor) {
    this.audience = audienceOf[roleOf(actor)];
  }

  take(encoded: Encoded): void {
    const frame = JSON.parse(encoded.json) as {
      from: number;
      to: number;
      epoch: string;
      seq: number;
      entries: Entries;
    };
    if (encoded.event === 'snapshot') {
      this.seen = new Map(frame.entries as [string, unknown][]);
      this.epoch = frame.epoch;
      this.seq = frame.seq;
    } else if (frame.from !== this.seq) {
      // A gap: the client says so by joining again.
      this.connected = false;
      this.inbox.length = 0;
    } else {
      applyPatch(this.seen, frame.entries);
      this.seq = frame.to;
    }
  }

  lose(): void {
    this.connected = false;
    this.inbox.length = 0;
    for (const sent of this.outbox) sent.inTheAir = false;
  }
}

/** Steps and what they did, for the report of a seed that fails. */
export class World {
  readonly story: string[] = [];
  private readonly random: Random;
  private readonly marker = new Marker();
  private readonly clients: Client[] = [];
  private room!: Room;
  private publisher!: Publisher;
  private epochs = 0;
  private ids = 0;
  private now = START;
  private timers: { at: number; call: () => void }[] = [];
  /** Ids of what was acknowledged as created, and of the commands that created it. */
  private readonly acknowledged = new Map<string, string>();
  private readonly issued = new Set<string>();
  answered = 0;
  accepted = 0;

  constructor(
    seed: number,
    private readonly store: FaultyStore,
  ) {
    this.random = new Random(seed);
  }

  async run(steps: number): Promise<void> {
    await this.start();
    await this.room.submit(system, this.envelope('core.Create', { file: sampleMeeting(), code: '123456' }));
    this.clients.push(new Client(facilitator), new Client({ kind: 'capability', role: 'screen', link: 'screen' }));
    for (const client of this.clients) await this.connect(client);
    for (let step = 0; step < steps; step++) await this.step();
    await this.settle();
  }

  private async step(): Promise<void> {
    this.now += this.random.below(3000);
    const dice = this.random.below(100);
    const client = this.random.pick(this.clients)!;
    this.store.next = () => (this.random.chance(3) ? 'before' : this.random.chance(3) ? 'unclear' : 'none');
    if (dice < 45) await this.speak(client);
    else if (dice < 60) this.deliver(client);
    else if (dice < 68) this.lose(client);
    else if (dice < 82) await this.connect(client);
    else if (dice < 84) await this.restart();
    else if (dice < 92) this.tick();
    else await this.breathe();
    if (this.random.chance(30)) await this.check();
  }

  /** A command from a client; its answer may be lost with the connection. */
  private async speak(client: Client): Promise<void> {
    const state = await this.room.read((s) => s);
    const given = randomCommand(state, this.random, this.marker, this.now);
    if (!given) return;
    if (given.type === 'core.Join') {
      const answer = await this.room.submit(system, this.envelope(given.type, given.data));
      if (answer.ok) this.clients.push(new Client(person((given.data as { participant: string }).participant)));
      return;
    }
    const speaker = viaDesk(given)
      ? this.clients[0]
      : given.actor.kind === 'participant'
        ? this.clients.find((c) => c.actor.kind === 'participant' && c.actor.id === (given.actor as { id: string }).id)
        : given.actor.kind === 'system'
          ? null
          : this.clients[0];
    if (speaker === undefined) return;
    if (speaker === null) {
      await this.room.submit(system, this.envelope(given.type, given.data));
      return;
    }
    speaker.outbox.push({ id: this.commandId(), given, inTheAir: false });
    this.story.push(`${JSON.stringify(given.actor)} ${given.type} ${JSON.stringify(given.data).slice(0, 160)}`);
    this.transmit(speaker);
    if (client !== speaker) this.deliver(client);
  }

  /** Sends what waits in the outbox; sometimes twice. */
  private transmit(client: Client): void {
    if (!client.connected) return;
    for (const sent of client.outbox) {
      if (sent.inTheAir) continue;
      sent.inTheAir = true;
      for (let i = this.random.chance(10) ? 2 : 1; i > 0; i--) this.submit(client, sent);
    }
  }

  private submit(client: Client, sent: Unanswered): void {
    const { id, given } = sent;
    if (/\.(Contribute|Contest)$/.test(given.type)) this.issued.add(id);
    const envelope = { id, type: given.type, data: given.data, ...(viaDesk(given) ? { for: given.actor.id } : {}) };
    void this.room.submit(client.actor, envelope as CommandEnvelope).then((answer) => {
      // An acknowledgement that the server sent counts, also where it never arrives.
      this.note(id, answer);
      if (client.connected) client.inbox.push(() => this.hear(client, sent, answer));
    });
  }

  private note(id: string, answer: CommandAnswer): void {
    this.answered++;
    if (!answer.ok) return;
    this.accepted++;
    for (const item of answer.items ?? []) {
      const before = this.acknowledged.get(item);
      if (before !== undefined && before !== id) throw new Error(`${item} was acknowledged to two commands`);
      this.acknowledged.set(item, id);
    }
  }

  private hear(client: Client, sent: Unanswered, answer: CommandAnswer): void {
    sent.inTheAir = false;
    if (!answer.ok && ['NOT_SAVED', 'UNAVAILABLE'].includes(answer.rejection.code)) return;
    const index = client.outbox.indexOf(sent);
    if (index >= 0) client.outbox.splice(index, 1);
  }

  /** Some of what waits for a client arrives, in order; a slow reader takes little. */
  private deliver(client: Client): void {
    for (let n = this.random.below(6); n > 0; n--) client.inbox.shift()?.();
  }

  private lose(client: Client): void {
    this.story.push(`lost ${JSON.stringify(client.actor)}`);
    client.lose();
  }

  private async connect(client: Client): Promise<void> {
    if (client.connected) return this.transmit(client);
    await this.room.read((state) => {
      client.connected = true;
      for (const sent of client.outbox) sent.inTheAir = false;
      if (client.audience)
        for (const encoded of this.publisher.streams[client.audience].catchUp(state, client.seq, client.epoch))
          client.take(encoded);
      if (client.actor.kind === 'participant') client.self = selfView(state, client.actor.id);
    });
    this.transmit(client);
  }

  private async start(): Promise<void> {
    const surroundings: RoomSurroundings = {
      now: () => this.now,
      after: (ms, call) => {
        const timer = { at: this.now + ms, call };
        this.timers.push(timer);
        return () => {
          this.timers = this.timers.filter((t) => t !== timer);
        };
      },
      newId: () => `item-${++this.ids}`,
      guessLanguage: () => null,
      report: () => {},
    };
    this.room = await Room.open(MEETING, this.store, surroundings);
    this.publisher = new Publisher(this.room, `epoch-${++this.epochs}`, surroundings, {
      broadcast: (audience, encoded) => {
        for (const client of this.clients)
          if (client.connected && client.audience === audience) client.inbox.push(() => client.take(encoded));
      },
      selves: (participants) => {
        for (const client of this.clients)
          if (client.connected && client.actor.kind === 'participant' && participants.has(client.actor.id)) {
            const self = selfView(this.room.state, client.actor.id as ParticipantId);
            client.inbox.push(() => {
              client.self = self;
            });
          }
      },
    });
  }

  /** The server stops, with or without finishing what it had begun, and starts again from its log. */
  private async restart(): Promise<void> {
    this.story.push('restart');
    if (this.random.chance(50)) await this.room.close();
    this.publisher.stop();
    for (const client of this.clients) client.lose();
    // A process that was killed leaves no commit half done: wait for those that it had handed to the disk.
    await this.room.close();
    this.timers = [];
    this.store.next = () => 'none';
    await this.start();
  }

  private tick(): void {
    const due = this.timers.filter((t) => t.at <= this.now);
    this.timers = this.timers.filter((t) => t.at > this.now);
    for (const timer of due) timer.call();
  }

  private async breathe(): Promise<void> {
    for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve));
  }

  /** Invariants that hold at every moment. */
  private async check(): Promise<void> {
    await this.breathe();
    const state = await this.room.read((s) => s);
    if (state.seq !== this.room.head().seq) throw new Error('the state is not at the head of the log');
    for (const item of this.acknowledged.keys())
      if (!state.homes.has(item as never)) throw new Error(`${item} was acknowledged and is lost`);
    if (new Set(this.acknowledged.values()).size > this.issued.size) throw new Error('more was created than was sent');
  }

  /** Everybody comes back, everything is sent and read: then all agree. */
  private async settle(): Promise<void> {
    this.store.next = () => 'none';
    for (let round = 0; round < 60; round++) {
      this.now += 1000;
      this.tick();
      for (const client of this.clients) {
        while (client.inbox.length > 0) client.inbox.shift()?.();
        await this.connect(client);
      }
      await this.breathe();
      if (this.clients.every((c) => c.outbox.length === 0 && c.inbox.length === 0)) break;
    }
    await this.room.read(() => null);
    this.publisher.flush(true);
    for (const client of this.clients) while (client.inbox.length > 0) client.inbox.shift()?.();
    await this.check();
    const state = await this.room.read((s) => s);
    for (const client of this.clients) {
      if (client.outbox.length > 0) throw new Error(`an outbox does not empty: ${JSON.stringify(client.outbox[0])}`);
      if (client.audience && sorted(client.seen) !== sorted(view(state, client.audience)))
        throw new Error(
          `a client of ${client.audience} does not see what is: ${difference(client.seen, view(state, client.audience))}`,
        );
      if (
        client.actor.kind === 'participant' &&
        canonicalJson(client.self) !== canonicalJson(selfView(state, client.actor.id))
      )
        throw new Error(`the participant ${client.actor.id} does not see what is theirs`);
    }
    let created = 0;
    for await (const row of this.store.read(MEETING, 0)) if (row.type.endsWith('.ContributionAdded')) created++;
    if (created !== this.acknowledged.size)
      throw new Error(`${created} were created, ${this.acknowledged.size} acknowledged`);
    const verdict = await this.store.verify(MEETING);
    if (!verdict.ok) throw new Error(`the record is broken at ${verdict.seq}: ${verdict.reason}`);
    this.publisher.stop();
    await this.room.close();
  }

  private commandId = () => `command-${String(++this.ids).padStart(12, '0')}`;

  private envelope(type: Command['type'], data: unknown): CommandEnvelope {
    return { id: this.commandId(), type, data } as CommandEnvelope;
  }
}

// The order of an object's fields says nothing: a value that comes back from the disk may have another.
/** Whether the desk gives it for somebody without a phone. */
const viaDesk = (given: Given): given is Given & { actor: Extract<Actor, { kind: 'participant' }> } =>
  given.actor.kind === 'participant' && given.actor.via !== undefined;

const sorted = (seen: ReadonlyMap<string, unknown>): string => canonicalJson(Object.fromEntries(seen));

const difference = (seen: ReadonlyMap<string, unknown>, truth: ReadonlyMap<string, unknown>): string =>
  [...new Set([...seen.keys(), ...truth.keys()])]
    .filter((key) => canonicalJson(seen.get(key) ?? null) !== canonicalJson(truth.get(key) ?? null))
    .map((key) => `${key} (${JSON.stringify(seen.get(key))} for ${JSON.stringify(truth.get(key))})`)
    .join(', ');
