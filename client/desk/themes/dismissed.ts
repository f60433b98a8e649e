import { signal } from '@preact/signals';
import type { Suggestion } from '../../../server/domain/protocol.ts';
import { suggestionKey } from '../../lib/suggestions.ts';

const KEPT = 'halqa.dismissed';
/** The oldest are forgotten: a browser is used for one meeting after another. */
const MOST = 500;

function read(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]');
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

/** Suggestions that somebody at this browser has put aside; they come back with the next text that joins them. */
export class Dismissed {
  readonly #keys = signal<readonly string[]>(read());

  has(suggestion: Suggestion): boolean {
    return this.#keys.value.includes(suggestionKey(suggestion));
  }

  add(suggestion: Suggestion): void {
    this.#keep([...this.#keys.value, suggestionKey(suggestion)].slice(-MOST));
  }

  /** Brings these back. */
  restore(suggestions: readonly Suggestion[]): void {
    const keys = new Set(suggestions.map(suggestionKey));
    this.#keep(this.#keys.value.filter((key) => !keys.has(key)));
  }

  #keep(keys: readonly string[]): void {
    this.#keys.value = keys;
    try {
      localStorage.setItem(KEPT, JSON.stringify(keys));
    } catch {
      // A browser that keeps nothing: until the page is left.
    }
  }
}
