import { formatLeft, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Pips } from '../../ui/pips.tsx';
import { FloorFailure, useFloorCommand } from './floor-command.tsx';
import { useTurn } from './own-floor.ts';

/** I have the floor: how long still, large enough to be read at arm's length; and the way to say that I have finished. */
export function MyTurn({ since, seconds }: { since: number; seconds: number }) {
  const { give, state } = useFloorCommand();
  const running = useTurn(since);
  if (!running) return null;
  const { turn, spoken, whole } = running;
  const left = whole - spoken;
  return (
    <section class={`my-turn turn-${turn}`} aria-labelledby="my-turn">
      <h2 id="my-turn">
        <Icon name="mic" />
        {t('tabs.floor_yours')}
      </h2>
      <p class="turn-left" role="timer" aria-live="off">
        <span class="num">{formatLeft(Math.abs(left))}</span>
        <span>{t(left > 0 ? 'tabs.floor_left' : 'tabs.floor_beyond')}</span>
      </p>
      <Pips share={spoken / whole} />
      {turn !== 'running' && (
        <p class="turn-says">
          <Icon name="clock" />
          {t(`tabs.floor_turn_${turn}`)}
        </p>
      )}
      <p class="soft">{t('tabs.floor_yoursWhat', { time: formatLeft(seconds * 1000) })}</p>
      <Button look="signal" icon="check" aria-disabled={state === 'sending'} onClick={() => void give('floor.Yield')}>
        {t('tabs.floor_finished')}
      </Button>
      <FloorFailure state={state} />
    </section>
  );
}
