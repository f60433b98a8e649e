import type { Language } from '../../../server/domain/text.ts';
import type { Data, File, Row, Value, Vault } from './events.ts';
import { Ballots, Points, Themes } from './log-around.ts';

export interface Said {
  readonly item: string;
  readonly activity: string;
  readonly author: string | null;
  readonly parent: string | null;
  readonly contests: boolean;
  ref: string | null;
  /** Of the meeting file: in each language. */
  readonly seed: Record<Language, string> | null;
  text: string;
  lang: string;
  hidden: boolean;
  gone: boolean;
  late: boolean;
  into: string | null;
  readonly endorsers: Set<string>;
  readonly translations: Map<string, { readonly text: string; readonly by: string | null }>;
}

export interface Person {
  readonly name: string;
  present: boolean;
  words: boolean;
  spoke: boolean;
  readonly halves: Set<string>;
}

/**
 * The log of a meeting read a second time, by other rules than the server's: plain maps, from events and what the vault
 * ever held. It knows what happened, and nothing of minutes.
 */
export class Log implements Vault {
  readonly said = new Map<string, Said>();
  readonly people = new Map<string, Person>();
  readonly points = new Points();
  readonly themes = new Themes();
  readonly ballots = new Ballots();
  /** How the authors of each activity appear. */
  readonly attribution = new Map<string, string>();
  /** What was said somewhere and is said there no more. */
  readonly dropped: { readonly what: string; readonly text: string }[] = [];
  private seeds = new Map<string, readonly Record<Language, string>[]>();

  constructor(
    rows: readonly Row[],
    private readonly values: ReadonlyMap<string, Value>,
  ) {
    for (const { type, data } of rows) {
      const [kind = '', name = ''] = type.split('.');
      this.apply(kind, name, data as Data);
    }
  }

  private value({ id }: { readonly id: string }): Value {
    const found = this.values.get(id);
    if (!found) throw new Error('a value of the log was never seen');
    return found;
  }

  text = (sealed: { readonly id: string }) => this.value(sealed).text ?? '';
  label = (sealed: { readonly id: string }) => this.value(sealed).label ?? {};
  drop(what: string, ...texts: (string | undefined)[]): void {
    for (const text of texts) if (text) this.dropped.push({ what, text });
  }

  /** A text and what was merged into it. */
  whole = (one: Said): Said[] => [one, ...[...this.said.values()].filter(({ into }) => into === one.item)];

  private apply(kind: string, name: string, data: Data): void {
    switch (kind) {
      case 'core':
        return this.core(name, data);
      case 'discussion':
      case 'matrix':
        return this.texts(name, data);
      case 'ballot':
        return this.ballots.apply(name, data, this);
      case 'keypoints':
        return this.points.apply(name, data, this);
      case 'themes':
        return this.themes.apply(name, data, this);
    }
    const person = this.people.get(data.participant);
    if (kind === 'attendance' && name === 'Arrived') person?.halves.add(data.half);
    if (kind === 'floor' && name === 'Given' && person) person.spoke = true;
  }

  private core(name: string, data: Data): void {
    const item = this.said.get(data.item);
    switch (name) {
      case 'MeetingCreated':
        return this.begin(this.value(data.file).file ?? { activities: [] });
      case 'ParticipantJoined':
        this.people.set(data.participant, {
          name: this.value(data.profile).name ?? '',
          ...data.consents,
          spoke: false,
          halves: new Set(),
        });
        return;
      case 'ConsentsSet':
        Object.assign(this.people.get(data.participant) ?? {}, data.consents);
        return;
      case 'Translated':
      case 'TranslationRemoved': {
        this.drop('translation', item?.translations.get(data.lang)?.text);
        item?.translations.delete(data.lang);
        if (name === 'TranslationRemoved') return;
        const { text = '', by = null } = this.value(data.text);
        item?.translations.set(data.lang, { text, by });
        return;
      }
      case 'ActivityConfigured':
        if (data.settings?.attribution) this.attribution.set(data.activity, data.settings.attribution);
        return;
      case 'ActivityClosed': {
        const ballot = this.ballots.get(data.activity);
        if (ballot) ballot.closed = true;
      }
    }
  }

  private begin(file: File): void {
    this.ballots.begin(file);
    for (const { id, kind, config } of file.activities) {
      this.attribution.set(id, config.attribution ?? (kind === 'ballot' ? 'kind' : 'named'));
      this.seeds.set(
        id,
        (config.seeds ?? []).map(({ text }) => text),
      );
    }
  }

  private add(item: string, data: Pick<Data, 'activity'> & Partial<Data>, more: Partial<Said>): void {
    this.said.set(item, {
      item,
      activity: data.activity,
      author: data.participant ?? null,
      parent: data.parent ?? null,
      contests: data.contests ?? false,
      ref: data.ref ?? null,
      seed: null,
      text: '',
      lang: data.lang ?? 'und',
      hidden: false,
      gone: false,
      late: data.late ?? false,
      into: null,
      endorsers: new Set(),
      translations: new Map(),
      ...more,
    });
  }

  private texts(name: string, data: Data): void {
    if (name === 'ContributionAdded') return this.add(data.item, data, { text: this.text(data.text) });
    const each = (ids: readonly string[], change: (one: Said) => void): void => {
      for (const one of ids.flatMap((id) => this.said.get(id) ?? [])) change(one);
    };
    switch (name) {
      case 'SeedsPublished':
        for (const { item, ref, seed } of data.published)
          this.add(item, { activity: data.activity, ref }, { seed: this.seeds.get(data.activity)?.[seed] ?? null });
        return;
      case 'ContributionsMerged':
        return each(data.from, (one) => {
          one.into = data.into;
        });
      case 'ContributionsUnmerged':
        return each(data.from, (one) => {
          one.into = null;
        });
      case 'Revealed':
        for (const { item, ref } of data.published) each([item], (one) => Object.assign(one, { ref }));
        return;
      default:
        return each([data.item], (one) => this.changed(name, one, data));
    }
  }

  private changed(name: string, one: Said, data: Data): void {
    switch (name) {
      case 'ContributionEdited':
        this.drop('earlier wording', one.text);
        one.text = this.text(data.text);
        one.lang = data.lang;
        return;
      case 'LanguageCorrected':
        one.lang = data.lang;
        return;
      case 'ContributionWithdrawn':
      case 'ContributionRemoved':
        for (const part of this.whole(one)) part.into = null;
        one.into = null;
        one.gone = true;
        return;
      case 'Endorsed':
        one.endorsers.add(data.participant);
        return;
      case 'EndorsementWithdrawn':
        for (const part of this.whole(one)) part.endorsers.delete(data.participant);
        return;
      case 'ContributionHidden':
        one.hidden = true;
        if (data.note) this.drop('note', this.text(data.note));
        return;
      case 'ContributionUnhidden':
        one.hidden = false;
        return;
      case 'LateContributionAdmitted':
        one.late = false;
        one.ref = data.ref ?? null;
    }
  }
}
