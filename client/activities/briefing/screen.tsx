import './screen.css';
import type { BriefingView, MarksView } from '../../../server/domain/activities/briefing/index.ts';
import type { BriefingDocument } from '../../../server/domain/activities/briefing/state.ts';
import { dirOf } from '../../../server/domain/plain.ts';
import type { Language } from '../../../server/domain/text.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { useCalm } from '../../screen/calm.ts';
import { Fit } from '../../screen/fit.tsx';
import type { ActivityPictureProps } from '../../screen/kind.ts';
import { Over, Spoken, Trio } from '../../screen/trio.tsx';
import { wallWord } from '../../screen/wall-words.ts';
import { WhereRoom } from '../../screen/where-room.tsx';
import { CityMap, type MapCity } from '../../ui/map.tsx';
import { useBriefings } from './screen-document.ts';
import { citiesOf, type Marked, mostMarked, secondOf } from './screen-marks.ts';

const MOST_MARKED = 2;
const FEW_SECTIONS = 4;
/** A passage stays at least so long, in milliseconds: it takes that long to read. */
const READABLE = 12_000;
const SIZES = [44, 40, 36, 34, 32];

/** What is being read: its contents, where the practices are from, and the passages that the room marked most. */
export function BriefingPicture({ source, meeting, activity, title }: ActivityPictureProps) {
  const order = meeting.languages;
  const first = order[0] ?? 'en';
  const config = activity.config as unknown as BriefingView;
  const [document, ...others] = useBriefings(activity.id, order);
  const marked = document
    ? mostMarked(document, (part) => source.value<MarksView>(`marks/${activity.id}/${part}`).value, MOST_MARKED)
    : [];
  const cities = document ? placesOf(document, meeting, first) : [];
  const calm = useCalm(
    marked.map(({ id }) => id),
    (id) => marked.some((one) => one.id === id),
    READABLE,
  );
  return (
    <main class="main briefing">
      <Over text={title} order={order} />
      <Spoken text={config.prompt} order={order} />
      {document && (
        <div class={cities.length > 0 ? 'spread with-map' : 'spread'}>
          <div class="read">
            {calm.length > 0 ? (
              calm.map((id) => {
                const one = marked.find((m) => m.id === id);
                return one && <Passage key={id} marked={one} first={first} />;
              })
            ) : (
              <Contents documents={[document, ...others]} order={order} />
            )}
          </div>
          {cities.length > 0 && <CityMap cities={cities} label={wallWord(first, 'map')} />}
        </div>
      )}
      <p class="elsewhere">
        <Trio word="read_on_phone" order={order} />
      </p>
    </main>
  );
}

/** The headings in the first language, and in the others where there is room. */
function Contents(props: { documents: readonly (BriefingDocument | undefined)[]; order: readonly Language[] }) {
  const { documents, order } = props;
  const [first = 'en', ...others] = order;
  const sections = documents[0]?.sections ?? [];
  const few = sections.length <= FEW_SECTIONS;
  return (
    <>
      <h2>{wallWord(first, 'contents')}</h2>
      <WhereRoom class={few ? 'contents' : 'contents many'} again={documents.filter(Boolean).length}>
        {sections.map(({ id, heading }, i) => (
          <li key={id}>
            <b>{heading}</b>
            {few &&
              others.map((language, j) => (
                <span key={language} class="if-room" lang={language} dir={dirOf(language)}>
                  {documents[j + 1]?.sections[i]?.heading}
                </span>
              ))}
          </li>
        ))}
      </WhereRoom>
    </>
  );
}

/** A passage with its marks: how many say "so in our city" large, and beside it what others say most. */
function Passage({ marked: { text, marks }, first }: { marked: Marked; first: Language }) {
  const other = secondOf(marks);
  return (
    <article class="passage">
      <Fit sizes={SIZES} text={text} lang={first} dir={dirOf(first)} />
      <p class="marks">
        <span class="same">
          <b class="marks-n num">{marks.same}</b> {wallWord(first, 'mark_same')}
        </span>
        {other && (
          <span>
            <b class="marks-n num">{marks[other]}</b> {wallWord(first, `mark_${other}`)}
          </span>
        )}
      </p>
    </article>
  );
}

/** The cities that practices are of, as far as it is known where they lie. */
function placesOf(document: BriefingDocument, meeting: MeetingView, first: Language): MapCity[] {
  const wanted = citiesOf(document);
  return meeting.cities.flatMap(({ id, name, at }) => (at && wanted.has(id) ? [{ id, name: name[first], ...at }] : []));
}
