import { formatLeft, t } from '../../lib/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { tab } from '../tabs.ts';
import { useOwnFloor, useTurn } from './own-floor.ts';

/**
 * On every tab: that I wait for the floor, or have it. Whoever hears the page is told each time that this changes, and
 * not each second.
 */
export function FloorLine() {
  const { place, speakingSince } = useOwnFloor();
  const running = useTurn(speakingSince);
  const said = running
    ? t(`delegate.floor_${running.turn}`)
    : place !== null
      ? t('delegate.floorPlace', { n: place })
      : '';
  return (
    <>
      <p class="sr" role="status">
        {said}
      </p>
      {said !== '' && tab.value !== 'floor' && (
        <section aria-label={t('delegate.tab_floor')}>
          <a href="#floor" class={running ? `floor-line turn-${running.turn}` : 'floor-line'}>
            <Icon name="mic" />
            <span>{said}</span>
            {running && <span class="num">{formatLeft(running.whole - running.spoken)}</span>}
          </a>
        </section>
      )}
    </>
  );
}
