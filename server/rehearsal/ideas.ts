import type { IdeaKind } from '../domain/activities/activity.ts';
import { type Language, languages } from '../domain/text.ts';
import type { Delegate } from './behaviour.ts';
import { type Corpus, fits, type Triple } from './corpus.ts';
import type { Random } from './random.ts';

/** Whoever draws: nobody says one thing twice, nor what only others can say. */
export type Speaker = Pick<Delegate, 'character'>;

/** A text of the corpus, and who has said it in which languages. */
interface Card {
  readonly triple: Triple;
  readonly said: Map<Language, Speaker>;
}

/**
 * What a rehearsed room has to say: each text is said once, then once more in each other language by somebody else (two
 * who mean the same do not write it alike). Where an activity's own texts are used up, what fits everywhere is said;
 * after that there is nothing left to say.
 */
export class Ideas {
  readonly #corpus: Corpus;
  readonly #random: Random;
  readonly #decks = new Map<readonly Triple[], Card[]>();
  readonly #salt: number;

  constructor(corpus: Corpus, random: Random) {
    this.#corpus = corpus;
    this.#random = random;
    this.#salt = random.below(2 ** 31);
  }

  /** The places of an activity that there is something to say about. */
  places(activity: string): string[] {
    const { cells } = this.#corpus.of(activity);
    return Object.keys(cells).filter((place) => (cells[place]?.length ?? 0) > 0);
  }

  /** Something that nobody has said in that language yet; null where nothing is left. */
  draw(activity: string, what: IdeaKind, lang: Language, speaker: Speaker, place?: string): string | null {
    const texts = this.#corpus.of(activity);
    const sources = place === undefined ? [texts[what], this.#corpus.general[what]] : [texts.cells[place] ?? []];
    for (const source of sources) {
      const card = this.#cardOf(source, lang, speaker);
      if (!card) continue;
      card.said.set(lang, speaker);
      return card.triple[lang];
    }
    return null;
  }

  /** How much the room likes something, 0 to 1: a few things much, most of them a little. */
  liking(id: string): number {
    let hash = this.#salt ^ 0x811c9dc5;
    for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (((hash ^ (hash >>> 13)) >>> 0) / 4294967296) ** 2;
  }

  #cardOf(source: readonly Triple[], lang: Language, speaker: Speaker): Card | undefined {
    const { belongs } = speaker.character;
    const fitting = this.#deck(source).filter(
      ({ triple, said }) =>
        !said.has(lang) && ![...said.values()].includes(speaker) && (!belongs || fits(triple, belongs)),
    );
    const least = Math.min(...fitting.map(({ said }) => said.size));
    return fitting.find(({ said }) => said.size === least);
  }

  /** By the list itself: activities without texts of their own share one, and what was said in one is said. */
  #deck(texts: readonly Triple[]): Card[] {
    const found = this.#decks.get(texts);
    if (found) return found;
    const deck = this.#random.shuffled(texts).map((triple) => ({ triple, said: new Map() }));
    this.#decks.set(texts, deck);
    return deck;
  }
}

/** The languages of a room: the meeting's first is spoken by most. */
export function languageOf(random: Random, spoken: readonly Language[] = languages): Language {
  const weights = [9, 7, 4];
  let dice = random.below(spoken.reduce((sum, _, i) => sum + (weights[i] ?? 1), 0));
  for (const [i, lang] of spoken.entries()) {
    dice -= weights[i] ?? 1;
    if (dice < 0) return lang;
  }
  return spoken[0] ?? 'en';
}
