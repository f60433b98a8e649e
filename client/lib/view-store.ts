import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { applyPatch, type Entries } from '../../server/domain/plain.ts';

/** A view as signals: one for each key that somebody looks at, and one for each prefix whose keys somebody lists. */
export class ViewStore {
  readonly #seen = new Map<string, unknown>();
  readonly #values = new Map<string, Signal<unknown>>();
  readonly #lists = new Map<string, Signal<readonly string[]>>();

  /** The value of a key; undefined while there is none. */
  value<T>(key: string): ReadonlySignal<T | undefined> {
    let found = this.#values.get(key);
    if (!found) {
      found = signal(this.#seen.get(key));
      this.#values.set(key, found);
    }
    return found as ReadonlySignal<T | undefined>;
  }

  /** The keys that start with a prefix, in the order in which they came. */
  keys(prefix: string): ReadonlySignal<readonly string[]> {
    let found = this.#lists.get(prefix);
    if (!found) {
      found = signal(this.#list(prefix));
      this.#lists.set(prefix, found);
    }
    return found;
  }

  /** Applies a patch; signals change once, afterwards, and only where their value did. */
  apply(entries: Entries): void {
    const lists = new Set<string>();
    for (const [key, value] of entries)
      if (this.#seen.has(key) !== (value !== null))
        for (const prefix of this.#lists.keys()) if (key.startsWith(prefix)) lists.add(prefix);
    applyPatch(this.#seen, entries);
    this.#publish(
      entries.map(([key]) => key),
      lists,
    );
  }

  /** Puts a snapshot in the place of everything. */
  replace(entries: Entries): void {
    this.#seen.clear();
    applyPatch(this.#seen, entries);
    this.#publish(this.#values.keys(), this.#lists.keys());
  }

  /** A copy of the whole view, for comparison. */
  entries(): ReadonlyMap<string, unknown> {
    return new Map(this.#seen);
  }

  #publish(keys: Iterable<string>, prefixes: Iterable<string>): void {
    batch(() => {
      for (const key of keys) {
        const watched = this.#values.get(key);
        if (watched) watched.value = this.#seen.get(key);
      }
      for (const prefix of prefixes) {
        const watched = this.#lists.get(prefix);
        if (watched) watched.value = this.#list(prefix);
      }
    });
  }

  #list(prefix: string): readonly string[] {
    return [...this.#seen.keys()].filter((key) => key.startsWith(prefix));
  }
}
