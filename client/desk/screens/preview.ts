import { computed } from '@preact/signals';
import type { ScreenNumber } from '../../../server/domain/commands.ts';
import type { Live } from '../../lib/live.ts';
import { holding } from '../../screen/held.ts';
import { screenNumbers } from '../../screen/number.ts';
import type { ScreenSource } from '../../screen/source.ts';
import { sourceOf } from './screens.ts';

const previews = new WeakMap<Live, ReadonlyMap<ScreenNumber, ScreenSource>>();

/**
 * What a screen's preview is drawn from. All of them are held from the first one on, so that a frozen screen is still
 * shown as it was when somebody looks at it later.
 */
export function previewOf(live: Live, screen: ScreenNumber): ScreenSource {
  const ready = computed(() => live.state.value === 'live');
  const all = previews.get(live) ?? new Map(screenNumbers.map((n) => [n, holding(sourceOf(live, n), ready)]));
  previews.set(live, all);
  return all.get(screen) ?? sourceOf(live, screen);
}
