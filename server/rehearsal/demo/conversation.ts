import type { IdeaKind } from '../../domain/activities/activity.ts';
import type { ActivityId } from '../../domain/ids.ts';
import { type Language, languages } from '../../domain/text.ts';
import { type Corpus, fits, type Speaker as Profile, type Triple, triplesOf } from '../corpus.ts';
import { Ideas, type Speaker } from '../ideas.ts';
import type { Random } from '../random.ts';
import type { DemoScript } from './script.ts';
import type { Shown, Stage } from './stage.ts';

/**
 * What the room of a demonstration has to say: each text once, by somebody whom it fits; what answers something, only
 * where that stands. People agree with an idea after they have heard it.
 */
export class Conversation extends Ideas {
  private readonly said = new Set<Triple>();
  private readonly general = new Map<string, number>();
  private readonly profiles = new Map<Speaker, Profile>();
  /** Texts that lost their last word on the way. */
  private readonly cut = new Map<string, string>();

  constructor(
    private readonly book: Corpus,
    private readonly script: DemoScript,
    private readonly stage: Stage,
    private readonly chance: Random,
  ) {
    super(book, chance);
    for (const triple of [book.general, book.own].flatMap(triplesOf))
      for (const lang of languages) this.cut.set(triple[lang].slice(0, triple[lang].lastIndexOf(' ')), triple[lang]);
  }

  introduce(speaker: Speaker, profile: Profile): void {
    this.profiles.set(speaker, profile);
  }

  override draw(activity: string, what: IdeaKind, lang: Language, speaker: Speaker, place?: string): string | null {
    const profile = this.profiles.get(speaker) ?? { city: null, kind: '' };
    const texts = this.book.of(activity);
    const own = place === undefined ? texts[what] : (texts.cells[place] ?? []);
    const open = this.chance
      .shuffled(own)
      .filter((triple) => this.isOpen(triple, profile) && this.isTimely(triple, what, activity as ActivityId));
    // Who can speak for a city does so.
    const best = open.find((triple) => triple.city !== undefined) ?? open[0];
    const other = place === undefined && (!best || this.chance.chance(8)) && this.everywhere(activity, what, profile);
    const triple = other || best;
    if (!triple) return null;
    this.said.add(triple);
    return triple[lang];
  }

  override liking(id: string): number {
    return this.script.liking[id] ?? super.liking(id);
  }

  /** What a text answers: shown there, of an idea that it shares, and nobody's own. Undefined: anything. */
  targetsOf(text: string, activity: ActivityId, own: ReadonlySet<string>): Shown[] | undefined {
    const ideas = this.book.triple(text)?.ideas;
    return (
      ideas &&
      this.withIdeas(activity, ideas).filter(({ id, merged }) => {
        return !own.has(id) && !merged.some(({ item }) => own.has(item));
      })
    );
  }

  /** Texts of an activity that are about one of these. */
  withIdeas(activity: ActivityId, ideas: readonly string[]): Shown[] {
    return this.stage
      .texts(activity)
      .filter(({ text, parent }) => parent === null && this.ideasOf(text).some((idea) => ideas.includes(idea)));
  }

  ideasOf(text: string): readonly string[] {
    return (this.book.triple(text) ?? this.book.triple(this.cut.get(text) ?? ''))?.ideas ?? [];
  }

  /** The text that a shortened one should have been; undefined where nothing is missing. */
  whole(text: string): string | undefined {
    return this.book.triple(text) ? undefined : this.cut.get(text);
  }

  /** The same text in another language, where it is one of the corpus or of the script. */
  translation(text: string, lang: Language): string | undefined {
    const triple = this.book.triple(text) ?? this.scripted().find((t) => languages.some((l) => t[l] === text));
    return triple?.[lang];
  }

  /** What was drawn and not said after all. */
  unsay(text: string): void {
    const triple = this.book.triple(text);
    if (triple) this.said.delete(triple);
  }

  private scripted() {
    const { withoutPhone, late } = this.script;
    return [...withoutPhone.says, ...late].map(({ text }) => text);
  }

  private isOpen = (triple: Triple, profile: Profile): boolean => !this.said.has(triple) && fits(triple, profile);

  /** Whether what it answers, or agrees with, has been said. */
  private isTimely(triple: Triple, what: IdeaKind, activity: ActivityId): boolean {
    const { ideas = [] } = triple;
    const echoed = this.script.merges.find(({ activity: id, from }) => id === activity && ideas.includes(from));
    // Before the reveal nobody has heard anything yet, and two may mean the same.
    if (echoed && this.stage.texts(activity).length > 0) return this.withIdeas(activity, [echoed.into]).length > 0;
    return what === 'contributions' || ideas.length === 0 || this.withIdeas(activity, ideas).length > 0;
  }

  /** Something that fits everywhere and is about what this activity is about. */
  private everywhere(activity: string, what: IdeaKind, profile: Profile): Triple | undefined {
    const key = `${activity} ${what}`;
    const n = this.general.get(key) ?? 0;
    if (n >= (this.script.general[activity] ?? 0)) return undefined;
    const about = new Set(this.book.of(activity).contributions.flatMap(({ ideas = [] }) => ideas));
    const found = this.chance.shuffled(this.book.general[what]).find((triple) => {
      const { ideas = [] } = triple;
      return this.isOpen(triple, profile) && (ideas.length === 0 || ideas.some((idea) => about.has(idea)));
    });
    if (found) this.general.set(key, n + 1);
    return found;
  }
}
