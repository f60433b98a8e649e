import { createHash } from 'node:crypto';
import type { Touch } from '../../server/domain/activities/activity.ts';
import type { Actor } from '../../server/domain/actors.ts';
import { type Command, commandSchemas } from '../../server/domain/commands.ts';
import { decide } from '../../server/domain/decide.ts';
import type { MeetingEvent } from '../../server/domain/events.ts';
import { evolve } from '../../server/domain/evolve.ts';
import type { ItemId, ParticipantId } from '../../server/domain/ids.ts';
import { initialState } from '../../server/domain/initial.ts';
import { Rejection, type RejectionCode } from '../../server/domain/rejection.ts';
import type { MeetingState } from '../../server/domain/state.ts';
import { versionOf } from '../../server/domain/upcast.ts';
import type { VaultValue } from '../../server/domain/vault.ts';
import { touchesOf } from '../../server/domain/view.ts';
import { sampleMeeting } from './sample-meeting.ts';

export const facilitator: Actor = { kind: 'capability', role: 'facilitator', link: 'desk' };
export const system: Actor = { kind: 'system' };
export const person = (id: string): Actor => ({ kind: 'participant', id: id as ParticipantId });

/** What a faulty version may replace, so that a law can be seen to fail. */
export interface Parts {
  decide: typeof decide;
  evolve: typeof evolve;
  touchesOf: typeof touchesOf;
}

/** 25 June 2019, 09:00 in Sfax. */
export const START = Date.UTC(2019, 5, 25, 8);

/**
 * A meeting in memory: commands go through decide and evolve as in a room, without store or clock. Ids and times are
 * counted, so that a run can be repeated.
 */
export class TestMeeting {
  state: MeetingState = initialState();
  readonly log: MeetingEvent[] = [];
  /** Every value ever sealed, by id, also those since forgotten. */
  readonly sealed = new Map<string, VaultValue>();
  at = START;
  private ids = 0;
  private readonly listeners: ((touches: Touch[], events: MeetingEvent[]) => void)[] = [];
  private readonly parts: Parts;

  constructor(parts: Partial<Parts> = {}, file = sampleMeeting()) {
    this.parts = { decide, evolve, touchesOf, ...parts };
    this.give(system, 'core.Create', { file, code: '123456' });
  }

  onCommit(listener: (touches: Touch[], events: MeetingEvent[]) => void): void {
    this.listeners.push(listener);
  }

  /** Gives a command; its events. Throws the Rejection where it is refused. */
  give(actor: Actor, type: Command['type'], data: unknown): MeetingEvent[] {
    const command = { type, data: commandSchemas[type].parse(data) } as Command;
    const puts: [string, VaultValue][] = [];
    const decision = this.parts.decide(this.state, command, {
      at: this.at,
      actor,
      newId: () => `i${++this.ids}`,
      seal: (value) => {
        const id = `v${++this.ids}`;
        puts.push([id, value]);
        return { id, commitment: createHash('sha256').update(id).digest('hex') };
      },
      guessLanguage: (text) => (/[\u0600-\u06FF]/.test(text) ? 'ar' : null),
    });
    for (const [id, value] of puts) {
      this.state.vault.set(id, value);
      this.sealed.set(id, value);
    }
    const touches: Touch[] = [];
    const events = decision.events.map((event, i) => {
      const undo = i === decision.events.length - 1 && decision.undo ? { undo: decision.undo } : {};
      const stored = {
        ...event,
        v: versionOf(event.type),
        seq: this.state.seq + 1,
        at: this.at,
        actor,
        ...undo,
      } as MeetingEvent;
      touches.push(this.parts.touchesOf(this.state, stored));
      this.parts.evolve(this.state, stored);
      this.log.push(stored);
      return stored;
    });
    for (const listener of this.listeners) listener(touches, events);
    return events;
  }

  /** The code with which a command is refused, or null where it is accepted. */
  refused(actor: Actor, type: Command['type'], data: unknown): RejectionCode | null {
    try {
      this.give(actor, type, data);
      return null;
    } catch (error) {
      if (error instanceof Rejection) return error.code;
      throw error;
    }
  }

  join(
    id: string,
    more: { name?: string; consents?: { present: boolean; words: boolean }; lang?: string } = {},
  ): Actor {
    this.give(system, 'core.Join', {
      participant: id,
      profile: { name: more.name ?? `Name of ${id}`, organisation: 'sfax-city', city: null, kind: null },
      consents: more.consents ?? { present: false, words: false },
      lang: more.lang ?? 'fr',
    });
    return person(id);
  }

  open(activity = 'live'): void {
    this.give(facilitator, 'core.OpenActivity', { activity });
  }

  /** Sends a contribution; its id. */
  say(
    actor: Actor,
    text: string,
    more: { activity?: string; parent?: ItemId; writtenAt?: number; lang?: string } = {},
  ): ItemId {
    const { activity = 'live', ...rest } = more;
    const [event] = this.give(actor, 'discussion.Contribute', { activity, text, ...rest });
    return (event!.data as { item: ItemId }).item;
  }

  /** The state that the log and the vault of now fold into, from nothing. */
  replayed(): MeetingState {
    const state = initialState();
    for (const [id, value] of this.state.vault) state.vault.set(id, value);
    for (const event of this.log) this.parts.evolve(state, JSON.parse(JSON.stringify(event)));
    return state;
  }
}
