import type { Touch } from '../../domain/activities/activity.ts';
import type { Actor } from '../../domain/actors.ts';
import type { Command, CommandEnvelope } from '../../domain/commands.ts';
import type { ContributionView, EndorsementView } from '../../domain/contributions/view.ts';
import type { ActivityId, ItemId, ParticipantId } from '../../domain/ids.ts';
import type { CommandAnswer } from '../../domain/protocol.ts';
import type { Rejection } from '../../domain/rejection.ts';
import type { MeetingState } from '../../domain/state.ts';
import { type ActivityView, applyPatch, type SelfView, selfView, show, view } from '../../domain/view.ts';
import type { Room } from '../../live/room.ts';
import type { SimulatedClock } from './clock.ts';

/** One of the room's texts as phones show it, with its endorsements. */
export interface Shown extends ContributionView {
  readonly id: ItemId;
  readonly endorsed: number;
}

/** The room of a demonstration: what its phones show, and how commands are given in it. */
export class Stage {
  /** The room's view, kept as a phone keeps it. */
  readonly entries: Map<string, unknown>;
  /** The same without the texts of what is not open: what people look at while they answer. */
  readonly near = new Map<string, unknown>();
  /** Commands that were refused, by code. */
  readonly refused = new Map<Rejection['code'], number>();
  private readonly selves = new Map<ParticipantId, SelfView>();
  private readonly desk: Actor;

  constructor(
    private readonly room: Room,
    readonly clock: SimulatedClock,
    private readonly newId: () => string,
  ) {
    this.desk = { kind: 'capability', role: 'facilitator', link: newId() };
    this.entries = view(room.state, 'room');
    this.look();
    room.onCommit((touches) => touches.forEach((touch) => this.touched(touch)));
  }

  get state(): MeetingState {
    return this.room.state;
  }

  /** What somebody's own phone shows of themselves. @throws Error where nobody has joined with that id. */
  self(id: ParticipantId): SelfView {
    const known = this.selves.get(id) ?? selfView(this.state, id);
    if (!known) throw new Error(`nobody is ${id}`);
    this.selves.set(id, known);
    return known;
  }

  /** Gives a command as a participant; `null` is the server itself. */
  async give(participant: ParticipantId | null, type: string, data: object): Promise<CommandAnswer> {
    const actor: Actor = participant === null ? { kind: 'system' } : { kind: 'participant', id: participant };
    return this.submit(actor, { type, data });
  }

  /** Gives a command at the desk, for somebody without a phone where `on` names them. @throws Error where it is refused. */
  async direct(type: string, data: object, on?: ParticipantId): Promise<CommandAnswer & { ok: true }> {
    const answer = await this.submit(this.desk, { type, data, ...(on ? { for: on } : {}) });
    if (!answer.ok) throw new Error(`${type} ${JSON.stringify(data)}: ${answer.rejection.code}`);
    return answer;
  }

  /** The activity as phones show it. @throws Error where there is none of that id. */
  activity(id: ActivityId): ActivityView {
    const shown = this.entries.get(`a/${id}`);
    if (!shown) throw new Error(`no activity ${id}`);
    return shown as ActivityView;
  }

  /** What an activity's kind calls a command that several kinds have. */
  named(id: ActivityId, command: string): Command['type'] {
    return `${this.activity(id).kind}.${command}` as Command['type'];
  }

  /** The texts that phones show, oldest first: of one activity, or all. */
  texts(activity?: ActivityId): Shown[] {
    const found: Shown[] = [];
    for (const [key, value] of this.entries) {
      const text = value as ContributionView;
      if (!key.startsWith('c/') || (activity !== undefined && text.activity !== activity)) continue;
      const id = key.slice(2) as ItemId;
      const endorsed = (this.entries.get(`n/${id}`) as EndorsementView | undefined)?.n ?? 0;
      found.push({ ...text, id, endorsed });
    }
    return found.sort((a, b) => a.order - b.order);
  }

  /** Lets what the room does by itself happen: the end of a grace. */
  async settle(): Promise<void> {
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
    await this.room.read(() => undefined);
  }

  private async submit(actor: Actor, command: { type: string; data: object; for?: ParticipantId }) {
    const id = this.newId() as CommandEnvelope['id'];
    const answer = await this.room.submit(actor, { id, ...command });
    if (!answer.ok) this.refused.set(answer.rejection.code, (this.refused.get(answer.rejection.code) ?? 0) + 1);
    return answer;
  }

  private touched({ keys = [], tallies = [], selves = [], everything }: Touch): void {
    if (everything) {
      this.selves.clear();
      this.entries.clear();
      for (const [key, value] of view(this.state, 'room')) this.entries.set(key, value);
      this.look();
      return;
    }
    for (const id of selves) this.selves.delete(id);
    const patch = [...keys, ...tallies].map((key) => [key, show(this.state, key, 'room') ?? null] as const);
    applyPatch(this.entries, patch);
    if (keys.some((key) => key.startsWith('a/'))) this.look();
    else
      applyPatch(
        this.near,
        patch.filter(([key, value]) => value === null || this.isNear(key, value)),
      );
  }

  /** Anew, after something was opened or closed. */
  private look(): void {
    this.near.clear();
    for (const [key, value] of this.entries) if (this.isNear(key, value)) this.near.set(key, value);
  }

  private isNear(key: string, value: unknown): boolean {
    if (key.startsWith('n/')) return false;
    if (!key.startsWith('c/')) return true;
    const status = this.state.activities.get((value as ContributionView).activity)?.status;
    return status !== 'planned' && status !== 'closed';
  }
}
