import type { BehaviourContext, Intents } from '../domain/activities/activity.ts';
import { activityByKind } from '../domain/activities/index.ts';
import type { Command } from '../domain/commands.ts';
import type { ActivityId } from '../domain/ids.ts';
import type { Language } from '../domain/text.ts';
import type { ActivityView, SelfView } from '../domain/view.ts';
import type { Speaker } from './corpus.ts';
import type { Ideas } from './ideas.ts';
import type { Random } from './random.ts';

/*
 * How a rehearsed delegate takes part: pure, from what a phone sees and seeded chance alone. The sockets of a rehearsal,
 * the demonstration and the load tests use the same delegates.
 */

/** What a delegate's phone shows. */
export interface Sight {
  /** The room's view, by keys. */
  readonly entries: ReadonlyMap<string, unknown>;
  readonly self: SelfView;
  /** Milliseconds since 1970, by the server's clock. */
  readonly now: number;
  /** The long texts of an activity in the delegate's language; undefined until they have been fetched. */
  reading(activity: ActivityId): unknown;
}

/** A command to be given in the delegate's name. */
export interface Act {
  readonly type: Command['type'];
  readonly data: unknown;
}

/** How somebody is. */
export interface Character {
  readonly lang: Language;
  /** From 0, who would rather listen, to 1. */
  readonly talkative: number;
  /** Milliseconds from one look at the phone to the next, on average. */
  readonly pace: number;
  /** Of which city and kind of organisation; without it, anything may be said. */
  readonly belongs?: Speaker;
}

/** Somebody to rehearse with: most look at their phones every ten seconds, some take their time. */
export const characterOf = (random: Random, lang: Language, belongs?: Speaker): Character => ({
  lang,
  talkative: random.next(),
  pace: 5000 + random.next() ** 2 * 20_000,
  ...(belongs ? { belongs } : {}),
});

/** Milliseconds that a letter takes on a phone, and the longest that anybody types. */
const PER_LETTER = 60;
const MAX_TYPING = 20_000;

/** One delegate: what they mean to do stays with them, whatever becomes of their connection. */
export class Delegate {
  private readonly minds = new Map<ActivityId, Mind>();
  private readonly room = new Mind();
  private typing = 0;

  constructor(
    readonly character: Character,
    private readonly ideas: Ideas,
    private readonly random: Random,
  ) {}

  /** What they do on this look at the phone; null where they read, listen or think. */
  nextAct(sight: Sight): Act | null {
    this.typing = 0;
    if (sight.self.parts.attendance.left) return null;
    const act = this.atFloor(sight) ?? this.consenting(sight) ?? this.inActivity(sight);
    const { text } = (act?.data ?? {}) as { text?: string };
    this.typing = Math.min(MAX_TYPING, (text?.length ?? 0) * PER_LETTER);
    return act;
  }

  /** Milliseconds until they look again: longer for the slow, and where they have been writing. */
  pause(): number {
    return Math.round(this.character.pace * (0.4 + this.random.next() * 1.2) + this.typing);
  }

  private inActivity(sight: Sight): Act | null {
    const activity = this.choose(sight);
    const kind = activity && activityByKind.get(activity.kind);
    if (!kind) return null;
    const { self, entries, now } = sight;
    const { id, config } = activity;
    const { random, ideas, character } = this;
    const mind = this.minds.get(id) ?? new Mind();
    this.minds.set(id, mind);
    const ctx: BehaviourContext = {
      activity: id,
      config,
      entries,
      items: self.items,
      endorsed: self.endorsed,
      own: self.own[id],
      at: now,
      talkative: character.talkative,
      intents: mind,
      places: ideas.places(id),
      reading: () => sight.reading(id),
      idea: (what, place) => ideas.draw(id, what, character.lang, this, place),
      liking: (of) => ideas.liking(of),
      below: (n) => random.below(n),
      chance: (percent) => random.chance(percent),
      pick: (list) => random.pick(list),
    };
    return kind.behave(ctx) as Act | null;
  }

  /** The activity before them: mostly one of those that were opened last. What is closing is for the slow. */
  private choose({ entries }: Sight): ActivityView | undefined {
    const { random } = this;
    const open = [...entries]
      .filter(([key]) => key.startsWith('a/'))
      .map(([, value]) => value as ActivityView)
      .filter(({ status }) => status === 'open' || (status === 'closing' && random.chance(30)));
    const newest = Math.max(...open.map(({ openedAt }) => openedAt ?? 0));
    return random.pick(random.chance(85) ? open.filter(({ openedAt }) => (openedAt ?? 0) === newest) : open);
  }

  /** Asks for the floor once or never, sometimes thinks better of it, and gives it back after a minute or so. */
  private atFloor({ self, now }: Sight): Act | null {
    const { random, room } = this;
    const { place, speakingSince } = self.parts.floor;
    if (speakingSince !== null)
      return now - speakingSince > 40_000 + this.character.talkative * 60_000
        ? { type: 'floor.Yield', data: {} }
        : null;
    if (place !== null) return random.chance(0.7) ? { type: 'floor.Withdraw', data: {} } : null;
    if (room.left('floor', () => (random.chance(30) ? 1 : 0)) === 0 || !random.chance(6)) return null;
    room.spend('floor');
    return { type: 'floor.Ask', data: {} };
  }

  /** A few think again about their name. */
  private consenting({ self }: Sight): Act | null {
    const { random, room } = this;
    if (room.left('consent', () => (random.chance(5) ? 1 : 0)) === 0 || !random.chance(5)) return null;
    room.spend('consent');
    const { present, words } = self.consents;
    return { type: 'core.SetConsents', data: words ? { present, words: false } : { present: true, words: true } };
  }
}

/** What a delegate means to do. */
class Mind implements Intents {
  readonly notes = new Map<string, string>();
  private readonly wishes = new Map<string, number>();

  left(what: string, draw: () => number): number {
    const found = this.wishes.get(what);
    if (found !== undefined) return found;
    const drawn = Math.max(0, draw());
    this.wishes.set(what, drawn);
    return drawn;
  }

  spend(what: string): void {
    this.wishes.set(what, Math.max(0, (this.wishes.get(what) ?? 0) - 1));
  }
}
