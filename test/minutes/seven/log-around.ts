import type { Language } from '../../../server/domain/text.ts';
import type { Data, File, Vault, Words } from './events.ts';

export interface Point {
  readonly id: string;
  label: Words;
  rests: readonly { readonly item: string; readonly ref: string }[];
}

/** The key points of each agenda item. */
export class Points extends Map<string, Point[]> {
  apply(name: string, data: Data, vault: Vault): void {
    const points = this.get(data.item) ?? [];
    this.set(data.item, points);
    const at = points.findIndex(({ id }) => id === data.point);
    const old = points[at];
    if (name === 'PointMoved') points.splice(data.to, 0, ...points.splice(at, 1));
    else if (old) vault.drop('key point', ...Object.values(old.label));
    if (name === 'PointRemoved') points.splice(at, 1);
    if (name !== 'PointSet') return;
    const set = { id: data.point, label: vault.label(data.text), rests: data.items };
    if (old) Object.assign(old, set);
    else points.push(set);
  }
}

interface Theme {
  readonly ref: string;
  label: Words;
}

/** The themes, and where each text is. */
export class Themes extends Map<string, Theme> {
  readonly of = new Map<string, string>();
  readonly removed = new Map<string, Theme>();

  apply(name: string, data: Data, vault: Vault): void {
    const theme = this.get(data.theme);
    switch (name) {
      case 'ThemeAdded':
        this.set(data.theme, { ref: data.ref ?? '', label: vault.label(data.label) });
        return this.put(data.items, data.theme);
      case 'ThemeRenamed':
        if (!theme) return;
        vault.drop('theme', ...Object.values(theme.label));
        theme.label = vault.label(data.label);
        return;
      case 'ItemsPut':
        return this.put(data.items, data.theme);
      case 'ThemesMerged':
        return this.leave(data.from, data.into);
      case 'ThemeRemoved':
        return this.leave(data.theme, null);
      case 'ThemeBroughtBack': {
        const back = this.removed.get(data.theme);
        if (back) this.set(data.theme, back);
        this.removed.delete(data.theme);
        return this.put(data.items, data.theme);
      }
    }
  }

  private put(items: readonly string[], theme: string | null): void {
    for (const item of items)
      if (theme === null) this.of.delete(item);
      else this.of.set(item, theme);
  }

  private leave(id: string, into: string | null): void {
    const theme = this.get(id);
    this.put(
      [...this.of].flatMap(([item, of]) => (of === id ? [item] : [])),
      into,
    );
    if (theme) this.removed.set(id, theme);
    this.delete(id);
  }
}

interface Option {
  readonly file?: Record<Language, string>;
  readonly label?: Words;
  withdrawn: boolean;
}

export interface Ballot {
  readonly options: Map<string, Option>;
  readonly votes: Map<string, ReadonlyMap<string, number>>;
  closed: boolean;
  /** Its results are seen before it is closed. */
  readonly early: boolean;
}

export class Ballots extends Map<string, Ballot> {
  begin({ activities }: File): void {
    for (const { id, kind, config } of activities) {
      if (kind !== 'ballot') continue;
      if (config.voters === 'organisation') throw new Error('this reader counts people alone');
      const options = (config.options ?? []).map(({ text }, i): [string, Option] => [
        `o${i + 1}`,
        { file: text, withdrawn: false },
      ]);
      this.set(id, { options: new Map(options), votes: new Map(), closed: false, early: config.results === 'live' });
    }
  }

  apply(name: string, data: Data, vault: Vault): void {
    const ballot = this.get(data.activity);
    if (!ballot) return;
    const option = ballot.options.get(data.option);
    if (name === 'Voted') ballot.votes.set(data.participant, new Map(data.dots.map((each) => [each.option, each.n])));
    if (name === 'OptionAdded') ballot.options.set(data.option, { label: vault.label(data.label), withdrawn: false });
    if (name === 'OptionsCarriedOver') for (const item of data.items) ballot.options.set(item, { withdrawn: false });
    if (option && name.startsWith('Option')) option.withdrawn = name === 'OptionWithdrawn';
  }
}
