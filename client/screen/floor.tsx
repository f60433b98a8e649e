import './floor.css';
import type { FloorView } from '../../server/domain/parts/floor.ts';
import { dirOf } from '../../server/domain/plain.ts';
import type { Language } from '../../server/domain/text.ts';
import type { MeetingView } from '../../server/domain/view.ts';
import { everySecond } from '../lib/clock.ts';
import { formatLeft } from '../lib/formats.ts';
import { turnOf } from '../lib/turn.ts';
import { placeAt } from './place.ts';
import type { ScreenSource } from './source.ts';
import { Trio } from './trio.tsx';
import { type WallWord, wallWord } from './wall-words.ts';

/** Who has the floor, how much of their time is left, and how many wait for it. */
export function FloorBand(props: { source: ScreenSource; meeting: MeetingView; floor: FloorView }) {
  const { source, meeting, floor } = props;
  void everySecond.value;
  const { speaker, seconds, waiting } = floor;
  if (!speaker) return null;
  const order = meeting.languages;
  const first = order[0] ?? 'en';
  const spoken = Math.max(0, source.now() - speaker.since);
  const turn = turnOf(spoken, seconds);
  const place = placeAt(meeting, speaker, first);
  return (
    <section class={`floor turn-${turn}`} aria-label={wallWord(first, 'floor_speaking')}>
      <div class="floor-who">
        <h2>
          <Trio word="floor_speaking" order={order} />
        </h2>
        <p class="floor-name" lang={speaker.name === null ? first : undefined}>
          <bdi>{speaker.name ?? wallWord(first, 'participant')}</bdi>
        </p>
        {place && (
          <p class="floor-place" lang={first}>
            <bdi>{place}</bdi>
          </p>
        )}
      </div>
      <div class="floor-time">
        <b class="num">{formatLeft(seconds * 1000 - spoken)}</b>
        <div class="floor-says">
          {turn !== 'running' && <Words class="turn" word={turn === 'over' ? 'time_up' : 'floor_near'} order={order} />}
          {waiting > 0 && (
            <p class="floor-waiting" lang={first} dir={dirOf(first)}>
              <b class="num">{waiting}</b> {wallWord(first, 'floor_waiting')}
            </p>
          )}
        </div>
      </div>
    </section>
  );
}

const Words = ({ class: name, word, order }: { class: string; word: WallWord; order: readonly Language[] }) => (
  <p class={name}>
    <Trio word={word} order={order.slice(0, 2)} />
  </p>
);
