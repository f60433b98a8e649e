import type { ContributionView, CountView, EndorsementView } from '../../../server/domain/contributions/view.ts';
import { dirOf } from '../../../server/domain/plain.ts';
import type { Language, Localized } from '../../../server/domain/text.ts';
import { AuthorOnScreen } from '../../contributions/screen-author.tsx';
import { cardsOf, shownOf } from '../../contributions/screen-choice.ts';
import type { ActivityPictureProps, ItemPictureProps } from '../../screen/activities.ts';
import { useCalm } from '../../screen/calm.ts';
import { Fit } from '../../screen/fit.tsx';
import { Spoken, Trio } from '../../screen/trio.tsx';
import { besideOf, wallWord } from '../../screen/wall-words.ts';
import { Icon } from '../../ui/icon.tsx';

/** A card stays at least so long, in milliseconds. */
const READABLE = 4000;
const CARD_SIZES = [39, 36, 34, 32];
const LARGE_SIZES = [88, 76, 66, 56, 48, 42, 38];
const UNDER_SIZES = [44, 38, 34, 32];

/** The prompt in the meeting's languages, and what the room answers. */
export function DiscussionPicture({ source, meeting, activity, title }: ActivityPictureProps) {
  const order = meeting.languages;
  const shown = shownOf(source, activity.id);
  const cards = cardsOf(shown);
  const count = source.value<CountView>(`count/${activity.id}`).value;
  const calm = useCalm(
    cards.map(({ id }) => id),
    (id) => shown.some((one) => one.id === id),
    READABLE,
  );
  const collecting = count?.revealed === false;
  return (
    <main class="main">
      <p class="over">
        {order.slice(0, 2).map((language, i) => (
          <>
            {i > 0 && <span aria-hidden="true">·</span>}
            <span lang={language} dir={dirOf(language)}>
              {title[language]}
            </span>
          </>
        ))}
      </p>
      <Spoken text={activity.config.prompt as Localized} order={order} />
      {collecting ? (
        <Received n={count?.received ?? 0} order={order} />
      ) : cards.length === 0 ? (
        <div class="received">
          <p>
            <Trio word="waiting" order={order} />
          </p>
        </div>
      ) : (
        <>
          <p class="latest">
            <Trio word="latest" order={order} />
            <span class="sp" />
            {(count?.shown ?? 0) > 0 && <b class="num">{count?.shown}</b>}
          </p>
          <div class="three">
            {calm.map((id) => {
              const view = shown.find((one) => one.id === id)?.view;
              return view && <Card key={id} view={view} meeting={meeting} />;
            })}
          </div>
        </>
      )}
    </main>
  );
}

/** What was collected and waits for the reveal: a number that grows, and no text. */
function Received({ n, order }: { n: number; order: readonly Language[] }) {
  return (
    <div class="received">
      <b class="num">{n}</b>
      <p>
        <Trio word="collecting" order={order} />
      </p>
    </div>
  );
}

function Card({ view, meeting }: { view: ContributionView; meeting: ActivityPictureProps['meeting'] }) {
  const beside = besideOf(view.lang, meeting.languages);
  return (
    <article class={view.pinned ? 'card pinned' : 'card'} lang={beside} dir={dirOf(view.lang)}>
      <header>
        {view.pinned && (
          <>
            <Icon name="pin" />
            <span class="sr">{wallWord(beside, 'pinned')}</span>
          </>
        )}
        <AuthorOnScreen by={view.by} meeting={meeting} language={beside} />
        <span class="num">{view.ref}</span>
      </header>
      <Fit
        sizes={CARD_SIZES}
        text={view.text}
        lang={view.lang}
        dir={dirOf(view.lang)}
        rest={wallWord(beside, 'rest_on_phone')}
      />
    </article>
  );
}

/** One contribution, large, with its translations into the meeting's other languages. */
export function DiscussionItem({ source, meeting, item }: ItemPictureProps) {
  const view = source.value<ContributionView>(`c/${item}`).value;
  const endorsements = source.value<EndorsementView>(`n/${item}`).value?.n ?? 0;
  if (!view) return <main class="main" />;
  const beside = besideOf(view.lang, meeting.languages);
  const under = meeting.languages.filter((language) => language !== beside && view.translations[language]);
  return (
    <main class={view.text.length > 180 ? 'main one' : 'main one brief'}>
      <header lang={beside} dir={dirOf(view.lang)}>
        <AuthorOnScreen by={view.by} meeting={meeting} language={beside} />
        <span class="num">{view.ref}</span>
        {endorsements > 0 && (
          <span class="endorsements">
            {wallWord(beside, 'endorsements')} <b class="num">{endorsements}</b>
          </span>
        )}
      </header>
      <Fit
        sizes={LARGE_SIZES}
        text={view.text}
        lang={view.lang}
        dir={dirOf(view.lang)}
        rest={wallWord(beside, 'rest_on_phone')}
      />
      {under.length > 0 && (
        <div class="under">
          {under.map((language) => (
            <section key={language} lang={language} dir={dirOf(language)}>
              <h2>{wallWord(language, 'translation')}</h2>
              <Fit
                sizes={UNDER_SIZES}
                text={view.translations[language]?.text ?? ''}
                lang={language}
                dir={dirOf(language)}
                rest={wallWord(language, 'rest_on_phone')}
              />
            </section>
          ))}
        </div>
      )}
    </main>
  );
}
