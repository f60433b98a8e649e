import type { Language } from '../../server/domain/text.ts';
import type { ActivityView, MeetingView, PeopleView } from '../../server/domain/view.ts';
import { everySecond } from '../lib/clock.ts';
import { formatLeft } from '../lib/formats.ts';
import { Pips } from '../ui/pips.tsx';
import { Ring } from '../ui/ring.tsx';
import { joinAddress, spacedCode } from './address.ts';
import type { ScreenSource } from './source.ts';
import { timeShown } from './time.ts';
import { Trio } from './trio.tsx';
import { timeOfDay } from './wall-time.ts';
import { type WallWord, wallWord } from './wall-words.ts';

/** The dark column: time, people, and how to join. It stands on every picture but the black one. */
export function Rail({
  source,
  meeting,
  activity,
  join = true,
}: {
  source: ScreenSource;
  meeting: MeetingView;
  activity: ActivityView | undefined;
  /** Without the code where the picture itself is the code. */
  join?: boolean;
}) {
  const first = meeting.languages[0] ?? 'en';
  return (
    <aside class="rail">
      <WallTime source={source} meeting={meeting} activity={activity} first={first} />
      <Presence source={source} first={first} />
      {join && (
        <div class="entry">
          <Qr />
          <b class="codeb num">{spacedCode(meeting.code)}</b>
          <span class="url num">{joinAddress()}</span>
        </div>
      )}
    </aside>
  );
}

/** The code to scan; the code's digits stand beside it as text. */
export function Qr() {
  return (
    <div class="qr">
      <img src="/api/qr.svg" alt="" />
    </div>
  );
}

function WallTime(props: {
  source: ScreenSource;
  meeting: MeetingView;
  activity: ActivityView | undefined;
  first: Language;
}) {
  const { source, meeting, activity, first } = props;
  void everySecond.value;
  const now = source.now();
  const order = meeting.languages;
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

function Presence({ source, first }: { source: ScreenSource; first: Language }) {
  const joined = source.value<PeopleView>('people').value?.joined ?? 0;
  const told = source.here.value?.here;
  const here = Math.min(told ?? 0, joined);
  return (
    <div class="pres">
      <Ring lit={here} of={joined} dot={joined > 30 ? 1.7 : 2.6} />
      {/* Nothing is said before it is known. */}
      {told !== undefined && (
        <div>
          <p class="num">
            <b>{here}</b>
            {here < joined && <small> / {joined}</small>}
          </p>
          <span lang={first}>{wallWord(first, 'here')}</span>
        </div>
      )}
    </div>
  );
}
