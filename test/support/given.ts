import { expect } from '@jest/globals';
import type { z } from 'zod';
import type { BallotCountView, OptionsView, OwnVote } from '../../server/domain/activities/ballot/view.ts';
import type { activities } from '../../server/domain/activities/index.ts';
import type { MatrixCountView } from '../../server/domain/activities/matrix/view.ts';
import { type Actor, type Audience, CapabilityRole } from '../../server/domain/actors.ts';
import type { CommandType, coreCommands } from '../../server/domain/commands.ts';
import type {
  ContributionView,
  CountView,
  EndorsementView,
  OwnContribution,
} from '../../server/domain/contributions/view.ts';
import type { EventType, MeetingEvent } from '../../server/domain/events.ts';
import type { ActivityId, ItemId, ParticipantId } from '../../server/domain/ids.ts';
import type { MeetingFile } from '../../server/domain/meeting-file.ts';
import type { parts } from '../../server/domain/parts/index.ts';
import { Rejection, type RejectionCode } from '../../server/domain/rejection.ts';
import {
  type ActivityView,
  type ActsView,
  type AgendaView,
  type ScreenView,
  type SelfView,
  selfView,
  show,
} from '../../server/domain/view.ts';
import { facilitator, person, system, TestMeeting } from './test-meeting.ts';

/*
 * Rules as stories: given(joined('amal'), opened(), says('amal', 'a')).when('rim', 'discussion.Endorse', on('a')).thenEvents(…).
 * Persons go by name; texts by a label, which stands as `@label` wherever their id is meant, also in a key of the view.
 */

type Maps = typeof coreCommands | (typeof parts)[number]['commands'] | (typeof activities)[number]['commands'];
// Of each map by itself: the union has no name in common.
type InputOf<M, T extends string> = M extends { readonly [K in T]: infer S extends z.ZodType } ? z.input<S> : never;
/** The data of a command as it is sent. */
export type Sent<T extends CommandType> = InputOf<Maps, T>;

/** The desk, the server, the holder of a link, or a person by name. */
export type Who = 'desk' | 'server' | 'screen' | 'reader' | (string & {});
export type Step = (story: Story) => void;
/** An event that is awaited: its type, or its type and some of its data. */
export type Awaited = EventType | readonly [EventType, Readonly<Record<string, unknown>>];

export const actorOf = (who: Who): Actor => {
  if (who === 'desk') return facilitator;
  if (who === 'server') return system;
  const role = CapabilityRole.safeParse(who).data;
  return role ? { kind: 'capability', role, link: role } : person(who);
};

export class Story {
  private readonly labels = new Map<string, ItemId>();

  constructor(
    readonly meeting: TestMeeting,
    steps: readonly Step[],
  ) {
    for (const step of steps) step(this);
  }

  /** Further steps, which must all be accepted. */
  given(...steps: Step[]): this {
    for (const step of steps) step(this);
    return this;
  }

  when<T extends CommandType>(who: Who, type: T, data: Sent<T>): Outcome {
    try {
      return new Outcome(this, this.meeting.give(actorOf(who), type, this.resolve(data)), null);
    } catch (error) {
      if (error instanceof Rejection) return new Outcome(this, [], error.code);
      throw error;
    }
  }

  /** Undoes the newest act that is offered, or the newest of a command. */
  undo(act?: CommandType): Outcome {
    const found = this.acts().findLast((a) => act === undefined || a.act === act);
    if (!found) throw new Error(`no act ${act ?? ''} is offered`);
    return this.when('desk', 'core.Undo', { seq: found.seq });
  }

  label(label: string, id: ItemId): void {
    this.labels.set(label, id);
  }

  id(label: string): ItemId {
    const id = this.labels.get(label);
    if (!id) throw new Error(`nobody has said ${label}`);
    return id;
  }

  /** One key of the view. */
  see(audience: Audience, key: string): unknown {
    return show(this.meeting.state, this.resolve(key), audience);
  }

  contribution(label: string, audience: Audience = 'room'): ContributionView | undefined {
    return this.see(audience, `c/@${label}`) as ContributionView | undefined;
  }

  endorsements(label: string): EndorsementView | undefined {
    return this.see('room', `n/@${label}`) as EndorsementView | undefined;
  }

  counts(audience: Audience = 'room', activity = 'live'): CountView {
    return this.see(audience, `count/${activity}`) as CountView;
  }

  activity(id = 'live'): ActivityView {
    return this.see('room', `a/${id}`) as ActivityView;
  }

  /** An agenda item's times, with whether it is the current one. */
  agenda(id: string): { current: boolean; startedAt: number | null; endedAt: number | null } {
    const { current, items } = this.see('room', 'agenda') as AgendaView;
    const found = items.find((item) => item.id === id);
    if (!found) throw new Error(`no agenda item ${id}`);
    return { current: current === id, startedAt: found.startedAt, endedAt: found.endedAt };
  }

  matrix(audience: Audience = 'room', activity = 'table'): MatrixCountView {
    return this.see(audience, `count/${activity}`) as MatrixCountView;
  }

  ballot(audience: Audience = 'room', activity = 'dots'): BallotCountView {
    return this.see(audience, `count/${activity}`) as BallotCountView;
  }

  options(audience: Audience = 'room', activity = 'dots'): OptionsView['options'] {
    return (this.see(audience, `options/${activity}`) as OptionsView).options;
  }

  /** A person's vote as they see it; undefined where they have none. */
  vote(name: string, activity = 'dots'): OwnVote | undefined {
    return this.self(name).own[activity as ActivityId] as OwnVote | undefined;
  }

  acts(): ActsView['acts'] {
    return (this.see('desk', 'acts') as ActsView).acts;
  }

  screen(): ScreenView {
    return this.see('screen', 'screen') as ScreenView;
  }

  self(name: string): SelfView {
    const view = selfView(this.meeting.state, name as ParticipantId);
    if (!view) throw new Error(`${name} has not joined`);
    return view;
  }

  /** An own text in "Mine". */
  mine(name: string, label: string): OwnContribution {
    const found = this.self(name).items.find((item) => item.id === this.id(label));
    if (!found) throw new Error(`${label} is not of ${name}`);
    return found as OwnContribution;
  }

  resolve<T>(value: T): T {
    if (typeof value === 'string')
      return value.replace(/^([a-z]+\/|)@(\w+)$/, (_, prefix: string, label: string) => prefix + this.id(label)) as T;
    if (Array.isArray(value)) return value.map((entry) => this.resolve(entry)) as T;
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, this.resolve(entry)])) as T;
  }
}

export class Outcome {
  constructor(
    readonly story: Story,
    readonly events: readonly MeetingEvent[],
    readonly refusal: RejectionCode | null,
  ) {}

  /** Just these events, in this order. */
  thenEvents(...awaited: Awaited[]): Story {
    expect(this.refusal).toBeNull();
    expect(this.events.map((event) => event.type)).toEqual(awaited.map((a) => (typeof a === 'string' ? a : a[0])));
    awaited.forEach((a, i) => {
      if (typeof a !== 'string') expect(this.events[i]?.data).toMatchObject(this.story.resolve(a[1]));
    });
    return this.story;
  }

  /** Accepted, and no event. */
  thenNothing(): Story {
    return this.thenEvents();
  }

  /** Refused with this code, and nothing changed. */
  thenRefused(code: RejectionCode): Story {
    expect({ refusal: this.refusal, events: this.events }).toEqual({ refusal: code, events: [] });
    return this.story;
  }
}

export const given = (...steps: Step[]): Story => new Story(new TestMeeting(), steps);

/** The same in another meeting than the sample. */
export const givenIn = (file: MeetingFile, ...steps: Step[]): Story => new Story(new TestMeeting({}, file), steps);

export const joined =
  (name: string, more: Parameters<TestMeeting['join']>[1] = {}): Step =>
  ({ meeting }) => {
    meeting.join(name, more);
  };

/** Joined, with the name beside their words. */
export const named = (name: string): Step => joined(name, { name, consents: { present: false, words: true } });

/** Joined as one of an organisation of the list, or of none, as one of a kind and perhaps of a city. */
export const joinedFrom =
  (name: string, from: { organisation?: string; kind?: string; city?: string }): Step =>
  (story) => {
    const { organisation = null, kind = null, city = null } = from;
    const own = organisation === null ? { organisationText: `Circle of ${name}` } : {};
    const profile = { name: `Name of ${name}`, organisation, ...own, city, kind };
    const consents = { present: false, words: false };
    did('server', 'core.Join', { participant: name, profile, consents, lang: 'fr' })(story);
  };

/** What the meeting file brings into a matrix is labelled `seed1`, `seed2`, … */
export const opened =
  (activity = 'live'): Step =>
  (story) => {
    const before = story.meeting.log.length;
    story.meeting.open(activity);
    for (const event of story.meeting.log.slice(before))
      if (event.type === 'matrix.SeedsPublished')
        for (const { item, seed } of event.data.published) story.label(`seed${seed + 1}`, item);
  };

export const later =
  (seconds: number): Step =>
  ({ meeting }) => {
    meeting.at += Math.round(seconds * 1000);
  };

/** A command that is accepted. */
export const did =
  <T extends CommandType>(who: Who, type: T, data: Sent<T>): Step =>
  (story) => {
    const { refusal } = story.when(who, type, data);
    if (refusal) throw new Error(`given ${type}, which is refused with ${refusal}`);
  };

export interface Saying {
  text?: string;
  activity?: string;
  /** The label of what it answers. */
  to?: string;
  lang?: string;
  writtenAt?: number;
}

/** A text, under a label; its words are those of the label where no others are given. */
export const says =
  (name: string, label: string, { text = `words of ${label}`, to, ...more }: Saying = {}): Step =>
  (story) => {
    const parent = to === undefined ? {} : { parent: story.id(to) };
    story.label(label, story.meeting.say(person(name), text, { ...more, ...parent }));
  };

export const on = (label: string, activity = 'live') => ({ activity, item: `@${label}` });
export const merge = (into: string, ...from: string[]) => ({
  activity: 'live',
  into: `@${into}`,
  from: from.map((label) => `@${label}`),
});
export const split = (...from: string[]) => ({ activity: 'live', from: from.map((label) => `@${label}`) });

/** A text that came after the grace, written before its end: the activity is closed then. */
export const saysLate =
  (name: string, label: string, activity = 'live'): Step =>
  (story) => {
    const writtenAt = story.meeting.at;
    did('desk', 'core.CloseActivity', { activity, graceSeconds: 0 })(story);
    later(1)(story);
    says(name, label, { activity, writtenAt })(story);
  };
