import type { FloorView } from '../../../server/domain/parts/floor.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { everySecond } from '../../lib/clock.ts';
import { placeLine } from '../../lib/lists.ts';
import { turnOf } from '../../lib/turn.ts';
import { formatLeft, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Pips } from '../../ui/pips.tsx';
import { useDesk } from '../desk.ts';
import { isForgotten } from './forgotten.ts';

type Speaker = NonNullable<FloorView['speaker']>;

/** Who has the floor, for how long now, and the way to end it. */
export function SpeakerRow(props: { speaker: Speaker; seconds: number; meeting: MeetingView }) {
  const { speaker, seconds, meeting } = props;
  const desk = useDesk();
  void everySecond.value;
  const spoken = Math.max(0, desk.live.now() - speaker.since);
  const turn = turnOf(spoken, seconds);
  const forgotten = isForgotten(spoken, seconds);
  const { participant } = speaker;
  return (
    <div class={`speaker ${turn}${forgotten ? ' forgotten' : ''}`}>
      <Icon name="mic" />
      <div class="hand-who">
        <b>
          <bdi>{speaker.name ?? t('desk.unknown_author')}</bdi>
        </b>
        <small>{placeLine(meeting, speaker)}</small>
        <p class="spoken">
          <span class="num">
            {formatSpoken(spoken)} / {formatLeft(seconds * 1000)}
          </span>{' '}
          <Pips share={spoken / (seconds * 1000)} />
        </p>
        <p class="turn" role="status">
          {turn !== 'running' && t(`desk.floor_${forgotten ? 'forgotten' : turn}`)}
        </p>
      </div>
      <Button
        look={forgotten ? 'act' : undefined}
        icon="check"
        onClick={() => void desk.run('floor.End', participant ? { participant } : {})}
      >
        {t('desk.floor_end')}
      </Button>
    </div>
  );
}

/** Whole seconds that are over: it begins at 0:00. */
const formatSpoken = (ms: number): string => formatLeft(Math.floor(ms / 1000) * 1000);
