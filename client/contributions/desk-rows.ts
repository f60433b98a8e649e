import { computed, type ReadonlySignal } from '@preact/signals';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { ActivityId, ItemId } from '../../server/domain/ids.ts';
import type { Live } from '../lib/live.ts';
import type { Row } from './desk-list.ts';

/** Every contribution of an activity that the desk may see, kept up to date. */
export const rowsAt = (live: Live, activity: ActivityId): ReadonlySignal<readonly Row[]> =>
  computed(() =>
    live.keys('c/').value.flatMap((key) => {
      const view = live.value<ContributionView>(key).value;
      return view?.activity === activity ? [{ id: key.slice(2) as ItemId, view }] : [];
    }),
  );
