import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { HereFrame } from '../../server/domain/protocol.ts';
import type { ScreenView } from '../../server/domain/view.ts';
import { keptOf } from './kept.ts';
import type { ScreenSource } from './source.ts';

/** What was there when the screen was frozen. */
interface Hold {
  readonly show: string;
  readonly values: ReadonlyMap<string, unknown>;
  readonly now: number;
  readonly here: HereFrame | null;
}

/**
 * A source that stands still while its screen is frozen, clock and people with it, but for what may no longer be seen:
 * that is gone at once. A page that is opened while it is frozen shows what is there then.
 * @param ready whether the server's clock is known: nothing is held before.
 */
export function holding(source: ScreenSource, ready: ReadonlySignal<boolean>): ScreenSource {
  const hold = signal<Hold | null>(null);
  const values = new Map<string, ReadonlySignal<unknown>>();
  const lists = new Map<string, ReadonlySignal<readonly string[]>>();
  const screen = source.value<ScreenView>('screen');

  effect(() => {
    const state = screen.value;
    const known = ready.value;
    if (!state?.frozen) hold.value = null;
    else if (known && hold.peek()?.show !== JSON.stringify(state.show))
      hold.value = untracked(() => everythingIn(source, state));
  });
  // How many are here is told a moment after the rest.
  effect(() => {
    const here = source.here.value;
    const held = hold.value;
    if (held && held.here === null && here !== null) hold.value = { ...held, here };
  });

  const value = <T>(key: string): ReadonlySignal<T | undefined> => {
    const found = values.get(key) ?? computed(() => standing(key));
    values.set(key, found);
    return found as ReadonlySignal<T | undefined>;
  };
  const standing = (key: string): unknown => {
    const live = source.value(key).value;
    const held = hold.value;
    // What came meanwhile is not seen; what went meanwhile neither. How the screen stands is never old.
    if (!held || live === undefined || key === 'screen') return live;
    return held.values.has(key) ? keptOf(key)(held.values.get(key), live) : undefined;
  };
  const keys = (prefix: string): ReadonlySignal<readonly string[]> => {
    const found =
      lists.get(prefix) ??
      computed(() => {
        const live = source.keys(prefix).value;
        const held = hold.value;
        if (!held) return live;
        const known = new Set(live);
        return [...held.values.keys()].filter((key) => known.has(key) && value(key).value !== undefined);
      });
    lists.set(prefix, found);
    return found;
  };
  const here = computed(() => hold.value?.here ?? source.here.value);
  return { value, keys, here, now: () => hold.value?.now ?? source.now(), state: source.state };
}

function everythingIn(source: ScreenSource, { show }: ScreenView): Hold {
  const keys = source.keys('').value;
  return {
    show: JSON.stringify(show),
    values: new Map(keys.map((key) => [key, source.value(key).value])),
    now: source.now(),
    here: source.here.value,
  };
}
