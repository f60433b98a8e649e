import type { FloorView } from '../../../server/domain/parts/floor.ts';
import { placeLine } from '../../lib/lists.ts';
import { formatLeft, t } from '../../lib/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Pips } from '../../ui/pips.tsx';
import { useSession } from '../session.ts';
import { AskForFloor } from './ask-for-floor.tsx';
import './floor.css';
import { MyTurn } from './my-turn.tsx';
import { useOwnFloor, useTurn } from './own-floor.ts';

/** The floor: who speaks, my place among those who ask for it, my own turn. */
export function FloorPage() {
  const { live } = useSession();
  const floor = live.value<FloorView>('floor').value;
  const own = useOwnFloor();
  return (
    <section class="floor">
      <h1>{t('tabs.floor_title')}</h1>
      {floor && own.speakingSince !== null ? (
        <MyTurn since={own.speakingSince} seconds={floor.seconds} />
      ) : (
        <>
          <Speaker speaker={floor?.speaker ?? null} />
          <AskForFloor place={own.place} order={floor?.order ?? 'arrival'} waiting={floor?.waiting ?? 0} />
        </>
      )}
    </section>
  );
}

/** Who speaks now, and for how long. */
function Speaker({ speaker }: { speaker: FloorView['speaker'] }) {
  const { meeting } = useSession();
  const running = useTurn(speaker?.since ?? null);
  if (!speaker || !running) return <p class="nobody">{t('tabs.floor_nobody')}</p>;
  const place = meeting.value && placeLine(meeting.value, speaker);
  return (
    <section class={`speaker turn-${running.turn}`} aria-labelledby="speaker">
      <h2 id="speaker" class="over">
        {t('tabs.floor_speaking')}
      </h2>
      <p class="who">
        <strong>
          <bdi>{speaker.name ?? t('common.aParticipant')}</bdi>
        </strong>
        {place && (
          <span class="soft">
            <bdi>{place}</bdi>
          </span>
        )}
      </p>
      <p class="turn-time">
        <Pips share={running.spoken / running.whole} />
        <span class="num">{formatLeft(running.whole - running.spoken)}</span>
        {running.turn === 'over' && (
          <span class="state bad">
            <Icon name="clock" />
            {t('tabs.floor_theirTimeOver')}
          </span>
        )}
      </p>
    </section>
  );
}
