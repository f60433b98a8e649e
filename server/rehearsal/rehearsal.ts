import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Actor, CapabilityRole } from '../domain/actors.ts';
import type { CommandEnvelope } from '../domain/commands.ts';
import type { MeetingId } from '../domain/ids.ts';
import type { RehearsalRequest, RehearsalView } from '../domain/protocol.ts';
import { joinUrl, linkUrl } from '../http/urls.ts';
import type { LinkSecret } from '../identity/identity.ts';
import type { Room } from '../live/room.ts';
import type { EventStore } from '../store/store.ts';
import { firstQuestion, programme, type Step } from './lead.ts';
import type { AtWork, DelegatesNews } from './task.ts';

/** What a rehearsal is made of, once its copy stands. */
export interface RehearsalParts {
  /** The meeting that it is a copy of. */
  readonly of: MeetingId;
  readonly meeting: MeetingId;
  readonly code: string;
  readonly links: readonly LinkSecret[];
  readonly request: RehearsalRequest;
  readonly room: Room;
  readonly events: Pick<EventStore, 'read'>;
  /** Whoever leads where nobody else does. */
  readonly desk: Actor;
  readonly speed: number;
  readonly startedAt: number;
}

const none: DelegatesNews = { here: 0, written: 0, refused: {}, saved: [], over: false };

/** One rehearsal: who is there, how it goes, and what was lost. */
export class Rehearsal {
  private news = none;
  private readonly saved = new Set<string>();
  private lost = 0;
  private running = true;
  private delegates: AtWork | null = null;
  private readonly leading = new AbortController();
  private counted: Promise<void> | null = null;

  constructor(private readonly parts: RehearsalParts) {}

  get of(): MeetingId {
    return this.parts.of;
  }

  get meeting(): MeetingId {
    return this.parts.meeting;
  }

  get code(): string {
    return this.parts.code;
  }

  /** Milliseconds that the delegates stay. */
  get ms(): number {
    const { request, speed } = this.parts;
    return (request.minutes * 60_000) / speed;
  }

  secret(role: CapabilityRole): string {
    return this.parts.links.find((link) => link.role === role)?.secret ?? '';
  }

  view(origin: string): RehearsalView {
    const { meeting, code, request, startedAt } = this.parts;
    const { here, written, refused } = this.news;
    const { delegates, lead } = request;
    const url = (role: CapabilityRole) => linkUrl(origin, role, this.secret(role));
    return {
      id: meeting,
      code,
      join: joinUrl(origin, code),
      links: { facilitator: url('facilitator'), screen: url('screen'), reader: url('reader') },
      delegates,
      here,
      written,
      refused: { ...refused },
      lost: this.lost,
      startedAt,
      delegatesUntil: Math.round(startedAt + this.ms),
      running: this.running,
      lead,
    };
  }

  /** Opens what is opened by itself: the programme, or the first question. */
  async lead(): Promise<void> {
    const { room, request, speed } = this.parts;
    const steps = await room.read((state) =>
      request.lead ? programme(state, request.minutes * 60_000) : firstQuestion(state),
    );
    const [first, ...later] = steps;
    if (first) await this.open(first);
    void this.goOn(later, Date.now(), speed);
  }

  sent(delegates: AtWork): void {
    this.delegates = delegates;
  }

  hear(news: DelegatesNews): void {
    this.news = news;
    for (const item of news.saved) this.saved.add(item);
    if (news.over) void this.count();
  }

  /** The delegates leave; resolves when they have, and what was lost has been counted. */
  async callBack(): Promise<void> {
    this.leading.abort();
    await this.delegates?.leave();
    await this.count();
  }

  /** The delegates are gone at once, and nothing is counted. */
  async dismiss(): Promise<void> {
    this.leading.abort();
    this.counted ??= Promise.resolve();
    await this.delegates?.end();
  }

  private async goOn(steps: readonly Step[], began: number, speed: number): Promise<void> {
    const { signal } = this.leading;
    for (const step of steps) {
      await wait(began + step.at / speed - Date.now(), undefined, { signal, ref: false }).catch(() => {});
      if (signal.aborted) return;
      await this.open(step);
    }
  }

  /** A refusal is no fault: somebody at the desk was there first. */
  private async open({ type, data }: Step): Promise<void> {
    const id = `lead-${randomBytes(12).toString('base64url')}` as CommandEnvelope['id'];
    await this.parts.room.submit(this.parts.desk, { id, type, data });
  }

  /** Every text that was acknowledged has to be in the log. */
  private count(): Promise<void> {
    this.counted ??= this.look().finally(() => {
      this.running = false;
    });
    return this.counted;
  }

  private async look(): Promise<void> {
    const missing = new Set(this.saved);
    for await (const { data } of this.parts.events.read(this.meeting, 0)) {
      const { item } = data as { item?: unknown };
      if (typeof item === 'string') missing.delete(item);
    }
    this.lost = missing.size;
  }
}
