import { dirOf } from '../../server/domain/plain.ts';
import type { AgendaView, MeetingView } from '../../server/domain/view.ts';
import { Spoken, Trio } from './trio.tsx';
import { dayOf } from './wall-time.ts';

type Item = AgendaView['items'][number];

/** An agenda item without activity: its title, and what follows when. */
export function ItemPicture({ meeting, item, next }: { meeting: MeetingView; item: Item; next: Item | undefined }) {
  const order = meeting.languages;
  return (
    <main class="main plain">
      <div class="middle">
        <Spoken text={item.title} order={order} />
      </div>
      {next && (
        <section class="follows">
          <p class="over">
            <Trio word="next" order={order} />
          </p>
          <p class="when">
            <b class="num">{next.start}</b>
            {next.date !== item.date && <span>{dayOf(next.date, order[0] ?? 'en', meeting.region)}</span>}
          </p>
          <ul>
            {order.map((language) => (
              <li key={language} lang={language} dir={dirOf(language)}>
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
export function WelcomePicture({ meeting, begins }: { meeting: MeetingView; begins: Item | undefined }) {
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
      {begins && (
        <section class="follows">
          <p class="over">
            <Trio word="begins" order={order} />
          </p>
          <p class="when" lang={first} dir={dirOf(first)}>
            <b class="num">{begins.start}</b>
            <span>{dayOf(begins.date, first, meeting.region)}</span>
            <span>{meeting.place[first]}</span>
          </p>
        </section>
      )}
    </main>
  );
}
