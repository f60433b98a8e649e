import type { ActivityId, AgendaItemId, ItemId } from '../../domain/ids.ts';
import { pointsOf } from '../../domain/parts/keypoints.ts';
import { itemOf } from '../../domain/state.ts';
import { checkedLabel, type Language, languages, sameLabel } from '../../domain/text.ts';
import { readVault } from '../../domain/vault.ts';
import type { Random } from '../random.ts';
import type { Conversation } from './conversation.ts';
import type { Phones } from './guests.ts';
import type { Change, DemoScript } from './script.ts';
import type { Shown, Stage } from './stage.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** A key point rests on so many texts at the most: the most endorsed. */
const RESTS_ON = 4;
/** Of a hundred texts, how many are translated at all, and how many of those into a given language. */
const TRANSLATED = 90;
const INTO_EACH = 92;

const mostEndorsed = (texts: readonly Shown[]): Shown[] =>
  [...texts].sort((a, b) => b.endorsed - a.endorsed || a.order - b.order);

/** What the facilitators and the interpreters of a demonstration do. */
export class Desk {
  /** Ids of what was inserted, by the script's own names. */
  private readonly inserted = new Map<string, AgendaItemId>();
  private readonly themes = new Map<number, string>();

  constructor(
    private readonly stage: Stage,
    private readonly script: DemoScript,
    private readonly conversation: Conversation,
    private readonly phones: Phones,
    private readonly random: Random,
  ) {}

  /** The agenda item of a name in the script. */
  item(name: AgendaItemId): AgendaItemId {
    return this.inserted.get(name) ?? name;
  }

  /** The day before: where interpretation is heard, and how the floor is given. */
  async prepare(): Promise<void> {
    for (const lang of languages)
      await this.stage.direct('interpretation.Set', { lang, channel: this.script.channels[lang] });
    await this.stage.direct('floor.Set', { order: 'least', seconds: 180 });
  }

  /** What people wrote of their organisation in their own words comes into the list, in three languages. */
  async addOrganisations(): Promise<void> {
    const { stage } = this;
    for (const { name: label, city = null, kind, added } of this.script.guests) {
      if (!label || !added) continue;
      await stage.direct('lists.AddOrganisation', { label, city, kind });
      const organisation = stage.state.file?.organisations.at(-1)?.id;
      for (const { id, organisation: known, profile } of stage.state.participants.values()) {
        const words = readVault(stage.state.vault, profile, 'profile')?.organisation ?? '';
        if (known === null && Object.values(label).includes(words))
          await stage.direct('lists.Assign', { participant: id, organisation, city, kind });
      }
    }
  }

  async change(change: Change): Promise<void> {
    const { stage } = this;
    const file = stage.state.file;
    const dateOf = (id: AgendaItemId) => file?.agenda.find((entry) => entry.id === id)?.date;
    if ('move' in change)
      await stage.direct('agenda.Move', { item: change.move, after: change.after, date: dateOf(change.after) });
    else if ('resize' in change) await stage.direct('agenda.Resize', { item: change.resize, minutes: change.minutes });
    else if ('skip' in change) await stage.direct('agenda.Skip', { item: change.skip, skipped: true });
    else {
      const { after, minutes } = change;
      const place = { after, date: dateOf(after), type: 'session', minutes };
      await stage.direct('agenda.Insert', { ...place, label: this.script.photograph });
      const entry = stage.state.file?.agenda.find(({ inserted }) => inserted);
      if (entry) this.inserted.set(change.insert, entry.id);
    }
  }

  async screen(show: 'join' | 'now' | 'blank'): Promise<void> {
    if (show === 'blank') await this.stage.direct('core.BlankScreen', { blank: true });
    else await this.stage.direct('core.ShowOnScreen', { mode: show });
  }

  /** A text that has just come goes to the interpreters, who take it when they come to it. */
  translateLater(item: ItemId): void {
    if (!this.random.chance(TRANSLATED)) return;
    for (const lang of languages)
      if (this.random.chance(INTO_EACH))
        this.stage.clock.after(MINUTE + this.random.below(9 * MINUTE), () => this.translate(item, lang));
  }

  private async translate(id: ItemId, lang: Language): Promise<void> {
    const item = itemOf(this.stage.state, id, 'room');
    const text = item && this.conversation.translation(item.text, lang);
    if (!item || !text || item.lang === lang || item.translations[lang]?.text === text) return;
    await this.stage.direct('core.Translate', { item: id, lang, text, by: this.script.interpreters[lang] });
  }

  /** What was collected is shown, and goes to the interpreters. */
  async reveal(activity: ActivityId): Promise<void> {
    await this.stage.direct(this.stage.named(activity, 'Reveal'), { activity });
    for (const { id } of this.stage.texts(activity)) this.translateLater(id);
  }

  /** The most endorsed of an activity go on top, the first of them large on the screen for a while. */
  async pin(activity: ActivityId, count: number): Promise<void> {
    const [first, ...more] = mostEndorsed(this.stage.texts(activity).filter(({ parent }) => parent === null)).slice(
      0,
      count,
    );
    if (!first) return;
    for (const { id } of [first, ...more])
      await this.stage.direct(this.stage.named(activity, 'Pin'), { activity, item: id });
    await this.stage.direct('core.ShowOnScreen', { mode: 'item', item: first.id });
    this.stage.clock.after(2 * MINUTE, () => this.screen('now'));
  }

  /** What says the same becomes one. */
  async merge(activity: ActivityId): Promise<void> {
    for (const { activity: of, into, from } of this.script.merges) {
      if (of !== activity) continue;
      const [one] = this.conversation.withIdeas(activity, [into]);
      const [other] = this.conversation.withIdeas(activity, [from]);
      if (one && other && one.id !== other.id && one.place === other.place)
        await this.stage.direct(this.stage.named(activity, 'Merge'), { activity, into: one.id, from: [other.id] });
    }
  }

  /** A slip of the hand: a good text is hidden, and there again a moment later. */
  async slipOfTheHand(activity: ActivityId): Promise<void> {
    const text = this.stage.texts(activity).find(({ parent }) => parent === null);
    if (!text) return;
    const { seq } = await this.stage.direct(this.stage.named(activity, 'Hide'), {
      activity,
      item: text.id,
      reason: 'duplicate',
    });
    this.stage.clock.after(12 * SECOND, async () => {
      await this.stage.direct('core.Undo', { seq });
    });
  }

  /** What should not have been sent, and what the desk does about it. */
  async slips(activity: ActivityId): Promise<void> {
    for (const { activity: of, text, lang, reason, note, removed } of this.script.slips) {
      if (of !== activity) continue;
      const author = this.random.pick(this.phones.present().filter((guest) => guest.lang === lang));
      if (!author) continue;
      const sent = { activity, text: text[lang], lang };
      const answer = await this.stage.give(author.id, this.stage.named(activity, 'Contribute'), sent);
      const item = answer.ok && answer.items?.[0];
      if (!item) continue;
      const hide = { activity, item, reason, ...(note ? { note } : {}) };
      this.stage.clock.after(50 * SECOND, async () => {
        await this.stage.direct(this.stage.named(activity, 'Hide'), hide);
      });
      if (removed)
        this.stage.clock.after(7 * MINUTE, async () => {
          await this.stage.direct(this.stage.named(activity, 'Remove'), { activity, item, reason });
        });
    }
  }

  /** What was written in time on a phone that had no network, and comes when all is closed. */
  late(activity: ActivityId): void {
    for (const { activity: of, text, lang, admitted } of this.script.late) {
      if (of !== activity) continue;
      const author = this.random.pick(this.phones.present().filter((guest) => guest.lang === lang));
      if (!author) continue;
      const written = { activity, text: text[lang], lang, writtenAt: this.stage.clock.now() - 40 * SECOND };
      this.stage.clock.after(6 * MINUTE, async () => {
        const answer = await this.stage.give(author.id, this.stage.named(activity, 'Contribute'), written);
        const item = answer.ok && (answer.items?.[0] as ItemId | undefined);
        if (!item || !admitted) return;
        this.stage.clock.after(4 * MINUTE, async () => {
          await this.stage.direct(this.stage.named(activity, 'AdmitLate'), { activity, item });
          for (const into of languages) this.stage.clock.after(3 * MINUTE, () => this.translate(item, into));
        });
      });
    }
  }

  /** Groups what has no theme yet. */
  async group(): Promise<void> {
    const grouped = new Set([...this.stage.state.parts.themes.of.keys()]);
    const open = this.stage.texts().filter(({ id, parent }) => parent === null && !grouped.has(id));
    for (const [i, { label, ideas }] of this.script.themes.entries()) {
      const items = open
        .filter(
          ({ text }) => this.themeOf(text) === i || (this.themeOf(text) === undefined && this.shares(text, ideas)),
        )
        .map(({ id }) => id);
      if (items.length === 0) continue;
      const theme = this.themes.get(i);
      if (theme) await this.stage.direct('themes.Put', { theme, items });
      else {
        await this.stage.direct('themes.Add', { label, items });
        this.themes.set(i, [...this.stage.state.parts.themes.themes.keys()].at(-1) ?? '');
      }
    }
  }

  private themeOf(text: string): number | undefined {
    const index = this.script.themes.findIndex(({ ideas }) => this.shares(text, ideas));
    return index < 0 ? undefined : index;
  }

  private shares = (text: string, ideas: readonly string[]): boolean =>
    this.conversation.ideasOf(text).some((idea) => ideas.includes(idea));

  /** What is to be kept of an item, on the texts that say it; what stands already stays. */
  async keyPoints(item: AgendaItemId): Promise<void> {
    const known = pointsOf(this.stage.state, item);
    for (const { label, activities, ideas } of this.script.keyPoints[item] ?? []) {
      if (known.some(({ text }) => sameLabel(text, checkedLabel(label)))) continue;
      const texts = activities.flatMap((activity) => this.conversation.withIdeas(activity, ideas));
      const items = mostEndorsed(texts)
        .slice(0, RESTS_ON)
        .map(({ id }) => id);
      if (items.length > 0) await this.stage.direct('keypoints.Set', { item, label, items });
    }
  }
}
