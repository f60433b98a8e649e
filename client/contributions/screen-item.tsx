import type { EndorsementView } from '../../server/domain/contributions/view.ts';
import { dirOf } from '../../server/domain/plain.ts';
import type { Language } from '../../server/domain/text.ts';
import type { MeetingView } from '../../server/domain/view.ts';
import { Fit } from '../screen/fit.tsx';
import type { ItemPictureProps } from '../screen/kind.ts';
import type { ScreenSource } from '../screen/source.ts';
import { besideOf, wallWord } from '../screen/wall-words.ts';
import { Icon } from '../ui/icon.tsx';
import { AuthorOnScreen } from './screen-author.tsx';
import { contestsOf, type Shown, shownItem } from './screen-choice.ts';
import { inLanguage, largeAndUnder } from './screen-text.ts';

const LARGE_SIZES = [88, 76, 66, 56, 48, 42, 38];
/** Where objections stand under it. */
const LESS_LARGE_SIZES = [76, 66, 56, 48, 42, 38, 34];
const UNDER_SIZES = [44, 38, 34, 32];
const MOST_CONTESTS = 3;

/** One contribution, large, with its translations, or with what is said against it. */
export function LargeItem({ source, meeting, item, place }: ItemPictureProps & { place?: (cell: string) => string }) {
  const view = shownItem(source, item);
  if (!view) return <main class="main" />;
  const order = meeting.languages;
  const { large, under, translated } = largeAndUnder(view, order);
  const beside = besideOf(large.lang, order);
  const endorsements = source.value<EndorsementView>(`n/${item}`).value?.n ?? 0;
  const contests = contestsOf(source, view.activity, item);
  const against = view.contests && view.parent ? shownItem(source, view.parent) : undefined;
  return (
    <main class={`main one${large.text.length > 180 ? '' : ' brief'}${contests.length > 0 ? ' contested' : ''}`}>
      <h1 class="sr">{view.ref}</h1>
      {view.place && place && <p class="over">{place(view.place)}</p>}
      <header lang={beside} dir={large.dir}>
        <AuthorOnScreen by={view.by} meeting={meeting} language={beside} />
        <span class="num">{view.ref}</span>
        {endorsements > 0 && (
          <span class="endorsements">
            {wallWord(beside, 'endorsements')} <b class="num">{endorsements}</b>
          </span>
        )}
      </header>
      {against && (
        <p class="against" lang={beside} dir={large.dir}>
          <Icon name="unequal" />
          {wallWord(beside, 'contest_of')} <span class="num">{against.ref}</span>
        </p>
      )}
      <Fit
        sizes={contests.length > 0 ? LESS_LARGE_SIZES : LARGE_SIZES}
        {...large}
        rest={wallWord(beside, 'rest_on_phone')}
      />
      {under.length > 0 && (
        <div class="under">
          {under.map((text) => {
            const language = besideOf(text.lang, order);
            return (
              <section key={text.lang} lang={text.lang} dir={text.dir}>
                {translated && <h2>{wallWord(language, 'translation')}</h2>}
                <Fit sizes={UNDER_SIZES} {...text} rest={wallWord(language, 'rest_on_phone')} />
              </section>
            );
          })}
        </div>
      )}
      {contests.length > 0 && <Contests contests={contests} source={source} meeting={meeting} />}
    </main>
  );
}

/** What is said against it: the most endorsed reasons, and how many there are. */
function Contests(props: { contests: readonly Shown[]; source: ScreenSource; meeting: MeetingView }) {
  const { contests, source, meeting } = props;
  const first: Language = meeting.languages[0] ?? 'en';
  const endorsed = ({ id }: Shown) => source.value<EndorsementView>(`n/${id}`).value?.n ?? 0;
  const most = [...contests].sort((a, b) => endorsed(b) - endorsed(a) || a.view.order - b.view.order);
  return (
    <section class="contests">
      <h2 lang={first} dir={dirOf(first)}>
        <Icon name="unequal" />
        {wallWord(first, 'contests')} <b class="num">{contests.length}</b>
      </h2>
      <div class="reasons">
        {most.slice(0, MOST_CONTESTS).map(({ id, view }) => {
          const text = inLanguage(view, first);
          const beside = besideOf(text.lang, meeting.languages);
          return (
            <article key={id} lang={beside} dir={text.dir}>
              <header>
                <AuthorOnScreen by={view.by} meeting={meeting} language={beside} />
                <span class="num">{view.ref}</span>
              </header>
              <Fit sizes={UNDER_SIZES} {...text} rest={wallWord(beside, 'rest_on_phone')} />
            </article>
          );
        })}
      </div>
    </section>
  );
}
