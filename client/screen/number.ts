import { computed, type ReadonlySignal } from '@preact/signals';
import type { ScreenNumber } from '../../server/domain/commands.ts';
import type { ScreenView } from '../../server/domain/view.ts';
import type { ScreenSource } from './source.ts';

export const screenNumbers: readonly ScreenNumber[] = [1, 2, 3, 4];

const untouched: ScreenView = { show: { mode: 'now' }, blank: false, frozen: false };

/** The key of the view that says how a screen stands. */
export const keyOfScreen = (screen: ScreenNumber): string => (screen === 1 ? 'screen' : `screen/${screen}`);

/** How a screen stands; one that was never set shows what is open now. */
export const screenOf = (source: Pick<ScreenSource, 'value'>, screen: ScreenNumber): ScreenView =>
  source.value<ScreenView>(keyOfScreen(screen)).value ?? untouched;

/** Which of the screens a page is, by its address: `?screen=2`. Whatever else stands there, it is the first. */
export function numberIn(search: string): ScreenNumber {
  const told = new URLSearchParams(search).get('screen');
  return screenNumbers.find((n) => String(n) === told) ?? 1;
}

/** What one of the screens is drawn from: its own state stands where that of the first does. */
export function ofScreen(source: ScreenSource, screen: ScreenNumber): ScreenSource {
  const own = computed(() => screenOf(source, screen));
  return {
    value: <T>(key: string) =>
      key === 'screen' ? (own as ReadonlySignal<unknown> as ReadonlySignal<T | undefined>) : source.value<T>(key),
    keys: (prefix) => source.keys(prefix),
    here: source.here,
    now: () => source.now(),
    state: source.state,
  };
}
