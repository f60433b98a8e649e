import type { z } from 'zod';
import type { Actor, Audience, Role } from '../actors.ts';
import type { Attribution } from '../attribution.ts';
import type { ActivityId, ItemId, ListId, ParticipantId, Reference } from '../ids.ts';
import type { Author, Block } from '../minutes-document.ts';
import type { Language, TextLanguage } from '../text.ts';
import type { Sealed, VaultReader, VaultValue } from '../vault.ts';

/*
 * The one interface through which a kind of activity takes part in a meeting. A new kind touches its folder here, its
 * folder in `client/activities`, its words, and the lists: `index.ts` here, and one for each surface there.
 */

export type SchemaMap = Record<string, z.ZodType>;
/** {type, data} for each schema of the map: a union that narrows on `type`. */
export type Typed<M extends SchemaMap> = { [T in keyof M & string]: { type: T; data: z.infer<M[T]> } }[keyof M &
  string];

/** What every event carries besides its type and data. `at` is in milliseconds since 1970, UTC. */
export interface Envelope {
  readonly seq: number;
  readonly at: number;
  readonly actor: Actor;
}

/** A key of the view: `a/<activity>`, `c/<item>`, `n/<item>`, `agenda`, … A view maps keys to JSON values. */
export type Key = string;

/** What an event changes, for whom. */
export interface Touch {
  /** Keys whose value may differ afterwards, for any audience. */
  readonly keys?: readonly Key[];
  /** The same for numbers that change often: sent at most ten times a second. */
  readonly tallies?: readonly Key[];
  /** Participants whose own view may differ afterwards. */
  readonly selves?: readonly ParticipantId[];
  /** Nobody knows what changed (a commit that failed and yet landed): every audience looks anew. */
  readonly everything?: boolean;
  /** Takes something back: what was buffered before it is never sent again. */
  readonly retracts?: boolean;
}

export type LifecycleStatus = 'planned' | 'open' | 'paused' | 'closing' | 'closed';

/** Where an activity stands in its life, which is the core's business and the same for all kinds. Times as in `at`. */
export interface Lifecycle {
  readonly id: ActivityId;
  readonly status: LifecycleStatus;
  readonly openedAt: number | null;
  /** When the time set for it runs out; null without a timer, or while paused. */
  readonly endsAt: number | null;
  /** Milliseconds left when it was paused. */
  readonly remaining: number | null;
  /** End of the grace after closing: what was written before it and arrives later is "arrived late". */
  readonly closesAt: number | null;
}

/** What an activity may read of the meeting around it. */
export interface CoreReader {
  readonly vault: VaultReader;
  /** Where this activity stands. */
  readonly lifecycle: Lifecycle;
  /** How a participant appears in this activity. */
  attributionOf(participant: ParticipantId): Attribution;
  /** Whether the times of single contributions may be told: not where authors appear by city or kind. */
  readonly tellsTimes: boolean;
  /** The city or kind that a participant's votes and marks are counted under in this activity; null is the pool. */
  bucketOf(participant: ParticipantId): ListId | null;
  /** The organisation of the meeting's list that a participant belongs to, or themselves where there is none. */
  unitOf(participant: ParticipantId): string;
  /** All of one unit, the participant among them. */
  colleagues(participant: ParticipantId): readonly ParticipantId[];
  /** An item of any activity, if the audience may see it. */
  item(id: ItemId, audience: Audience): Item | undefined;
  /** What an item of any activity was merged into, with the reference that it had; undefined where it stands alone. */
  host(id: ItemId): Host | undefined;
  participant(
    id: ParticipantId,
  ): { readonly kind: string; readonly city: string | null; readonly lang: Language } | undefined;
  /** The translations of an item by language; `earlier` marks one made of an earlier wording. */
  translations(item: ItemId, wording: number): Readonly<Record<string, TranslationShown>>;
  /** Ids of vault values that hold the translations of an item, for removal. */
  translationSeals(item: ItemId): readonly string[];
}

export interface TranslationShown {
  readonly text: string;
  readonly by?: string;
  readonly earlier: boolean;
}

export interface DecideContext {
  readonly at: number;
  readonly actor: Actor;
  readonly core: CoreReader;
  readonly lifecycle: Lifecycle;
  newId(): string;
  /** Puts a value into the vault, in the same transaction as the events. */
  seal(value: VaultValue): Sealed;
  /** The next reference of a letter: C1, C2, … Given once, never again. */
  reference(letter: string): Reference;
  /** The language that a text seems to be in, or null. */
  guessLanguage(text: string): TextLanguage | null;
  /** Makes the command undoable: these commands put things back. `ref` names the item in the desk's list of acts. */
  undo(target: string, commands: readonly { type: string; data: unknown }[], ref?: Reference): void;
}

/** One of the room's texts as other parts (themes, ballots, translations) handle it, whatever its activity. */
export interface Item {
  readonly id: ItemId;
  readonly ref: Reference | null;
  readonly text: string;
  readonly lang: TextLanguage;
  /** Rises with each edit: a translation notes the wording that it is of. */
  readonly wording: number;
  /** By language; those of a text of the meeting file are its own. */
  readonly translations: Readonly<Record<string, TranslationShown>>;
  readonly by: Attribution;
  readonly status: 'pending' | 'shown' | 'hidden' | 'late';
}

/** What an item was merged into, and the reference that it had by itself. */
export interface Host {
  readonly item: ItemId;
  readonly was: Reference;
}

/** Something that somebody says with an event, for who has been heard. */
export interface Voice {
  readonly participant: ParticipantId;
  /** What it counts as. */
  readonly what: 'contributions' | 'endorsements';
  readonly item: ItemId;
  /** Whether it stands before everybody at once, with its author as the activity shows authors. */
  readonly shown: boolean;
}

/** An item as its author sees it in "Mine"; extra fields are the activity's own. */
export interface OwnItem {
  readonly id: ItemId;
  readonly activity: ActivityId;
  readonly status: string;
  readonly [field: string]: unknown;
}

/** Words of the interface in one language: the message of a key, with its values filled in. */
export type Words = (key: string, values?: Readonly<Record<string, string | number | boolean>>) => string;

export interface MinutesContext {
  readonly lang: Language;
  readonly words: Words;
  /** A time of day in the meeting's zone, an author as readers see them: the same in every section. */
  time(at: number): string;
  author(by: Attribution): Author;
  /** The name of a bucket of this activity (its cities or its kinds), or of the pool. */
  bucket(id: ListId | null, by: 'city' | 'kind'): string;
  /** A language's name in the chosen language. */
  languageName(lang: TextLanguage): string;
  /** Those who were there in one of the half-days in which the activity was open. */
  there(): readonly ParticipantId[];
  readonly core: CoreReader;
  readonly lifecycle: Lifecycle;
}

export interface RandomContext {
  readonly activity: ActivityId;
  readonly actor: Actor;
  readonly participants: readonly ParticipantId[];
  /** Items of any activity. */
  readonly items: readonly ItemId[];
  /** The moment the command is given, as in `Envelope.at`. */
  readonly at: number;
  /** A whole number from 0 to n - 1. */
  below(n: number): number;
  pick<T>(list: readonly T[]): T | undefined;
  text(): string;
}

/**
 * A rehearsed delegate before an activity: what their phone shows, what they mean to do, and chance from outside. How
 * each kind is taken part in stands with the kind (`behave`).
 */
export interface BehaviourContext {
  readonly activity: ActivityId;
  /** `config` of the view's `a/<activity>`. */
  readonly config: unknown;
  /** The room's view, by keys. */
  readonly entries: ReadonlyMap<Key, unknown>;
  /** Of their own view: everything they wrote and endorse, and what else they did in this activity. */
  readonly items: readonly OwnItem[];
  readonly endorsed: readonly ItemId[];
  readonly own: unknown;
  /** Milliseconds since 1970, by the server's clock. */
  readonly at: number;
  /** From 0, who would rather listen, to 1. */
  readonly talkative: number;
  readonly intents: Intents;
  /** The long texts of the activity in their language; undefined until they are there. */
  reading(): unknown;
  /** Something to say that nobody has said so yet, in their language; null where there is nothing left to say. */
  idea(what: IdeaKind, place?: string): string | null;
  /** The places of this activity that there are ideas for. */
  readonly places: readonly string[];
  /** How much the whole room likes something, 0 to 1: so that some texts are endorsed by many, and others by few. */
  liking(id: string): number;
  below(n: number): number;
  chance(percent: number): boolean;
  pick<T>(list: readonly T[]): T | undefined;
}
export type IdeaKind = 'contributions' | 'replies' | 'contests';

/** What somebody means to do in an activity, and what they have looked at. Lives as long as they do. */
export interface Intents {
  /** How many times more; how many at all is drawn when it is first asked. */
  left(what: string, draw: () => number): number;
  spend(what: string): void;
  /** Free notes: items that were read, texts to be put right. */
  readonly notes: Map<string, string>;
}

export interface Activity<
  K extends string = string,
  Cfg extends z.ZodType = z.ZodType,
  C extends SchemaMap = SchemaMap,
  E extends SchemaMap = SchemaMap,
  S = unknown,
> {
  readonly kind: K;
  /** The configuration as the meeting file holds it; public, in all languages. */
  readonly config: Cfg;
  /** What the desk may change of the configuration, every field optional. */
  readonly settings: z.ZodObject;
  /** Settings that stand once it has been opened. */
  readonly fixedOnceOpened: readonly string[];
  readonly commands: C;
  readonly events: E;
  /** Who may give each command. */
  readonly allowed: { readonly [T in keyof C]: readonly Role[] };
  /** Cities of the meeting's list that the configuration names, with where in it. */
  cities?(config: z.infer<Cfg>): Iterable<{ readonly path: readonly (string | number)[]; readonly city: ListId }>;
  initial(id: ActivityId, config: z.infer<Cfg>): S;
  /** Applies changed settings, in place. */
  configure(slice: S, settings: Readonly<Record<string, unknown>>): void;
  /** The configuration as it now is, for the view: without what comes in keys of its own or as a document. */
  configOf(slice: S): object;
  /** What the desk has added to its configuration by commands, as a meeting file would hold it. */
  addedTo?(slice: S, vault: VaultReader): Partial<z.infer<Cfg>>;
  /** What happens when it is opened for the first time, besides its opening. */
  opened?(slice: S, ctx: DecideContext): Typed<E>[];
  /** Long texts of the configuration, in one language: fetched when they are looked at, and not part of the view. */
  reading?(slice: S, lang: Language): unknown;
  /** Pure. Returns what happened (nothing, where nothing changes) or throws a Rejection. */
  decide(slice: S, command: Typed<C>, ctx: DecideContext): Typed<E>[];
  /** Changes the slice in place: a copy per event would cost more as the meeting grows. Never throws on a known event. */
  evolve(slice: S, event: Typed<E> & Envelope): void;
  /** For each event what it touches, read *before* `evolve`, while ties that it cuts can still be followed. Leaving out
   * an event does not compile. */
  readonly touches: { readonly [T in keyof E & string]: (data: z.infer<E[T]>, slice: S, core: CoreReader) => Touch };
  /** Every key that this slice can show to anybody. */
  keys(slice: S): Iterable<Key>;
  /** The value of one key for an audience; undefined withholds it. */
  show(slice: S, key: Key, audience: Audience, core: CoreReader): unknown;
  /** A participant's own items and endorsements; `own` is what else they did in it, of the kind's own shape. */
  self(
    slice: S,
    participant: ParticipantId,
    core: CoreReader,
  ): { readonly items: readonly OwnItem[]; readonly endorsed: readonly ItemId[]; readonly own?: unknown };
  /** The item if the audience may see it (the desk: all but pending and destroyed ones). */
  item(slice: S, id: ItemId, audience: Audience, core: CoreReader): Item | undefined;
  items(slice: S, audience: Audience, core: CoreReader): Iterable<Item>;
  /** What an item was merged into, in a kind whose items merge. */
  host?(slice: S, id: ItemId): Host | undefined;
  /** Keys that show an item's text, for the core's own events about it (a translation). */
  keysOfItem(slice: S, id: ItemId): readonly Key[];
  /** Keys that change with its life, besides `a/<activity>` (results that wait for the close). */
  keysOfLife?(slice: S): readonly Key[];
  /** Keys that show anything about a participant, for a change of consent. */
  keysOfParticipant(slice: S, id: ParticipantId): readonly Key[];
  /** What somebody says with an event, for who has been heard. */
  voice?(event: Typed<E>): Voice | undefined;
  /** Item ids created by an event, for the core's index. */
  created(event: Typed<E>): readonly ItemId[];
  minutes(slice: S, ctx: MinutesContext): Block[];
  /** A command that has a good chance to be accepted, for the laws and the simulation. */
  randomCommand(slice: S, ctx: RandomContext): Typed<C> | null;
  /** What a rehearsed delegate does next in it while it is open; null: they read, or think. */
  behave(ctx: BehaviourContext): Typed<C> | null;
}

/** Keeps the schemas' own types, so that a missing case is a compile error. */
export function defineActivity<K extends string, Cfg extends z.ZodType, C extends SchemaMap, E extends SchemaMap, S>(
  activity: Activity<K, Cfg, C, E, S>,
): Activity<K, Cfg, C, E, S> {
  return activity;
}
