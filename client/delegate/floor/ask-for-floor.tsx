import type { FloorOrder } from '../../../server/domain/parts/floor.ts';
import { rich, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSession } from '../session.ts';
import { FloorFailure, useFloorCommand } from './floor-command.tsx';

export interface AskForFloorProps {
  /** Mine among those who ask; null where I do not. */
  place: number | null;
  order: FloorOrder;
  waiting: number;
}

/** Asking for the floor, my place in the queue, and taking the request back. */
export function AskForFloor({ place, order, waiting }: AskForFloorProps) {
  const { live } = useSession();
  const { give, state } = useFloorCommand();
  const connected = live.state.value === 'live';
  const cannot = !connected || state === 'sending';
  return (
    <section class="ask-floor">
      {place === null ? (
        <>
          <p class="soft">{t('tabs.floor_waiting', { n: waiting })}</p>
          <Button look="signal" icon="mic" aria-disabled={cannot} onClick={() => !cannot && void give('floor.Ask')}>
            {t(state === 'sending' ? 'delegate.sending' : 'tabs.floor_ask')}
          </Button>
          <p class="soft">{t('tabs.floor_nameSeen')}</p>
        </>
      ) : (
        <>
          <p class="queue-place">
            {rich('tabs.floor_place', {
              n: <strong class="num">{place}</strong>,
              of: <span class="num">{Math.max(place, waiting)}</span>,
            })}
          </p>
          <p class="soft">{t(`tabs.floor_order_${order}`)}</p>
          <Button icon="minus" aria-disabled={cannot} onClick={() => !cannot && void give('floor.Withdraw')}>
            {t('tabs.floor_withdraw')}
          </Button>
        </>
      )}
      {!connected && (
        <Notice tone="attention" icon="offline" announce>
          {t(place === null ? 'tabs.floor_offline' : 'tabs.floor_offlineWaiting')}
        </Notice>
      )}
      {connected && <FloorFailure state={state} />}
    </section>
  );
}
