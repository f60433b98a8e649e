import { batch, type Signal, signal } from '@preact/signals';
import { holding } from '../../client/screen/held.ts';
import type { ScreenSource } from '../../client/screen/source.ts';
import type { HereFrame } from '../../server/domain/protocol.ts';
import type { ScreenView } from '../../server/domain/view.ts';

export const now: ScreenView = { show: { mode: 'now' }, blank: false, frozen: false };
export const frozen: ScreenView = { ...now, frozen: true };

/** A view that a test changes, and the screen's source that may stand still over it. */
export class FrozenRoom {
  readonly here = signal<HereFrame | null>(null);
  readonly ready = signal(true);
  clock = 1000;
  readonly #values = signal<ReadonlyMap<string, unknown>>(new Map());
  readonly seen: ScreenSource;

  constructor(entries: Readonly<Record<string, unknown>>) {
    this.set({ screen: now, ...entries });
    const value = <T>(key: string) => ({
      get value() {
        return values.value.get(key) as T | undefined;
      },
    });
    const values = this.#values;
    const source = {
      value,
      keys: (prefix: string) => ({
        get value() {
          return [...values.value.keys()].filter((key) => key.startsWith(prefix));
        },
      }),
      here: this.here,
      now: () => this.clock,
      state: signal('live') as Signal<'live'>,
    };
    this.seen = holding(source as unknown as ScreenSource, this.ready);
  }

  /** One patch: null takes a key away. */
  set(entries: Readonly<Record<string, unknown>>): void {
    const next = new Map(this.#values.peek());
    for (const [key, value] of Object.entries(entries))
      if (value === null) next.delete(key);
      else next.set(key, value);
    batch(() => {
      this.#values.value = next;
    });
  }

  read<T>(key: string): T | undefined {
    return this.seen.value<T>(key).value;
  }

  keys(prefix: string): readonly string[] {
    return this.seen.keys(prefix).value;
  }
}
