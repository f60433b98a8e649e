import type { z } from 'zod';
import type { Envelope, Key, SchemaMap, Touch, Typed } from '../activities/activity.ts';
import type { Actor, Audience, Role } from '../actors.ts';
import type { ParticipantId, Reference } from '../ids.ts';
import type { Meeting } from '../meeting-file.ts';
import type { MeetingState } from '../state.ts';
import type { Sealed, VaultValue } from '../vault.ts';

/*
 * A part of the meeting that is no activity: the programme, the floor, themes. Each has its own slice of the state and
 * reads the rest of it. A new part touches its own file here, its words, and its lines in `index.ts`.
 */

export interface PartContext {
  readonly at: number;
  readonly actor: Actor;
  readonly state: MeetingState;
  /** The meeting as it now is. */
  readonly file: Meeting;
  newId(): string;
  seal(value: VaultValue): Sealed;
  reference(letter: string): Reference;
  /** Makes the command undoable; `ref` names an item in the desk's list of acts. */
  undo(target: string, commands: readonly { type: string; data: unknown }[], ref?: Reference): void;
}

export interface RandomPartContext {
  readonly at: number;
  readonly state: MeetingState;
  below(n: number): number;
  pick<T>(list: readonly T[]): T | undefined;
  text(): string;
}

/** Who gives a random command: the desk, a participant, or the server. */
export type RandomActor = 'desk' | 'system' | ParticipantId;

/** For the laws and the simulation; parsed like any other command. */
export interface RandomPartCommand {
  readonly by: RandomActor;
  readonly type: string;
  readonly data: object;
}

export interface Part<
  N extends string = string,
  C extends SchemaMap = SchemaMap,
  E extends SchemaMap = SchemaMap,
  S = unknown,
> {
  /** What its commands and events begin with. */
  readonly name: N;
  readonly commands: C;
  readonly events: E;
  /** Who may give each command; none: through undo alone. */
  readonly allowed: { readonly [T in keyof C]: readonly Role[] };
  initial(): S;
  /** Pure. Returns what happened (nothing, where nothing changes) or throws a Rejection. */
  decide(slice: S, command: Typed<C>, ctx: PartContext): Typed<E>[];
  /** Applies one of its own events, in place. Of the rest of the state it changes only what its rules say. */
  evolve(slice: S, event: Typed<E> & Envelope, state: MeetingState): void;
  /** What each event touches, read before `evolve`. */
  readonly touches: { readonly [T in keyof E & string]: (data: z.infer<E[T]>, slice: S, state: MeetingState) => Touch };
  /** The first segments of its keys: `theme` for `theme/<id>`. */
  readonly keyNames: readonly string[];
  keys(slice: S, state: MeetingState): Iterable<Key>;
  show(slice: S, key: Key, audience: Audience, state: MeetingState): unknown;
  /** Keys that show anything about a participant, for a change of consent. */
  keysOfParticipant?(slice: S, id: ParticipantId): readonly Key[];
  /** What of it a participant alone sees. */
  self?(slice: S, participant: ParticipantId, state: MeetingState): unknown;
  randomCommand(slice: S, ctx: RandomPartContext): RandomPartCommand | null;
}

/** Keeps the schemas' own types, so that a missing case is a compile error. */
export const definePart = <N extends string, C extends SchemaMap, E extends SchemaMap, S>(
  part: Part<N, C, E, S>,
): Part<N, C, E, S> => part;
