import { type ReadonlySignal, signal } from '@preact/signals';

/** waiting: on its way; failed: it did not come, and may be asked for again. */
export type PartState<T> =
  | { readonly at: 'waiting' }
  | { readonly at: 'failed' }
  | { readonly at: 'here'; readonly part: T };

/** A part of the page that is fetched when it is first needed. */
export class OnDemand<T> {
  readonly #state = signal<PartState<T>>({ at: 'waiting' });
  readonly #fetch: () => Promise<T>;
  #running: Promise<void> | null = null;

  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch;
  }

  get state(): ReadonlySignal<PartState<T>> {
    return this.#state;
  }

  /** Fetches it unless it is here or on its way. Never rejects: what became of it stands in `state`. */
  load(): Promise<void> {
    if (this.#state.value.at === 'here') return Promise.resolve();
    this.#running ??= this.#load().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #load(): Promise<void> {
    this.#state.value = { at: 'waiting' };
    try {
      this.#state.value = { at: 'here', part: await this.#fetch() };
    } catch {
      this.#state.value = { at: 'failed' };
    }
  }
}
