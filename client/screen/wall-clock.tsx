import type { Language } from '../../server/domain/text.ts';
import type { MeetingView } from '../../server/domain/view.ts';
import { everySecond } from '../lib/clock.ts';
import { formatLeft } from '../lib/formats.ts';
import { Pips } from '../ui/pips.tsx';
import type { Picture } from './picture.ts';
import type { ScreenSource } from './source.ts';
import { timeShown } from './time.ts';
import { Trio } from './trio.tsx';
import { timeOfDay } from './wall-time.ts';
import { type WallWord, wallWord } from './wall-words.ts';

/** The time left of what is open, else the time of day. */
export function WallTime(props: { source: ScreenSource; meeting: MeetingView; picture: Picture }) {
  const { source, meeting, picture } = props;
  void everySecond.value;
  const now = source.now();
  const order = meeting.languages;
  const first = order[0] ?? 'en';
  const { activity } = picture;
  const shown = activity && activity.status !== 'planned' ? timeShown(activity, now) : undefined;
  if (!shown || shown.left === null)
    return (
      <div class="time">
        <b class="num">{timeOfDay(now, first, meeting)}</b>
        {shown?.word && <Words word={shown.word} order={order} />}
      </div>
    );
  const long = shown.left >= 3_600_000;
  return (
    <div class={shown.word === 'time_up' ? 'time up' : 'time'}>
      <b class={long ? 'num long' : 'num'}>{formatLeft(shown.left)}</b>
      {shown.share > 0 && <Pips share={1 - shown.share} />}
      {shown.word && <Words word={shown.word} order={order} />}
    </div>
  );
}

/** What the time stands at, in the first language, and under it in the others. */
function Words({ word, order }: { word: WallWord; order: readonly Language[] }) {
  const [first, ...others] = order;
  return (
    <>
      {first && (
        <span class="word" lang={first}>
          {wallWord(first, word)}
        </span>
      )}
      <span class="words">
        <Trio word={word} order={others} />
      </span>
    </>
  );
}
