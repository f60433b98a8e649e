import type { ComponentChildren } from 'preact';
import { dirOf } from '../../server/domain/plain.ts';
import type { Language } from '../../server/domain/text.ts';
import type { AgendaView, MeetingView } from '../../server/domain/view.ts';
import { everySecond } from '../lib/clock.ts';
import { followOf } from './follow.ts';
import { type Entry, isPause } from './picture.ts';
import type { ScreenSource } from './source.ts';
import { Spoken, Trio } from './trio.tsx';
import { dayOf, timeOfDay } from './wall-time.ts';
import type { WallWord } from './wall-words.ts';

interface AgendaPictureProps {
  readonly source: ScreenSource;
  readonly meeting: MeetingView;
  readonly next: Entry | undefined;
}

/**
 * An agenda item without activity: its title, and what follows when. In a break and overnight the time is what people
 * look for, and stands large. While somebody speaks, what follows is not the matter.
 */
export function ItemPicture(props: AgendaPictureProps & { item: Entry; speaking: boolean }) {
  const { source, meeting, item, next, speaking } = props;
  const order = meeting.languages;
  const away = isPause(item);
  return (
    <main class={away ? 'main plain pause' : 'main plain'}>
      <div class="middle">
        <Spoken text={item.title} order={order} />
      </div>
      {next && !speaking && (
        <section class="follows">
          <p class="over">
            <Trio word={away ? 'resume' : 'next'} order={order} />
          </p>
          <When source={source} meeting={meeting} next={next} />
          <ul>
            {order.map((language) => (
              <li key={language} lang={language} dir={dirOf(language)}>
                {next.date !== item.date && <p class="day">{dayOf(next.date, language, meeting.region)}</p>}
                {next.title[language]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

/** Before the first item: a welcome, the meeting's name and place, and when it begins. */
export function WelcomePicture({ source, meeting, next }: AgendaPictureProps) {
  const order = meeting.languages;
  const first = order[0] ?? 'en';
  return (
    <main class="main plain">
      <p class="over">
        <Trio word="welcome" order={order} />
      </p>
      <div class="middle">
        <Spoken text={meeting.title} order={order} />
      </div>
      {next && (
        <section class="follows">
          <p class="over">
            <Trio word="begins" order={order} />
          </p>
          <When source={source} meeting={meeting} next={next}>
            <span lang={first} dir={dirOf(first)}>
              {dayOf(next.date, first, meeting.region)}
            </span>
            <span lang={first} dir={dirOf(first)}>
              {meeting.place[first]}
            </span>
          </When>
        </section>
      )}
    </main>
  );
}

/** When it begins as things stand: its time, a later one, or words where it may be any moment. */
function When(props: { source: ScreenSource; meeting: MeetingView; next: Entry; children?: ComponentChildren }) {
  const { source, meeting, next, children } = props;
  void everySecond.value;
  const agenda = source.value<AgendaView>('agenda').value;
  const follow = agenda && followOf(agenda, next, source.now(), meeting.timezone);
  const order = meeting.languages;
  return (
    <p class="when">
      {follow?.at === undefined ? (
        <LargeWords word="soon" order={order} />
      ) : (
        <b class="num">{timeOfDay(follow.at, order[0] ?? 'en', meeting)}</b>
      )}
      {follow?.state === 'later' && (
        <span class="later">
          <Trio word="later_than_planned" order={order} />
        </span>
      )}
      {children}
    </p>
  );
}

const LargeWords = ({ word, order }: { word: WallWord; order: readonly Language[] }) => (
  <b class="soon">
    <Trio word={word} order={order} />
  </b>
);
