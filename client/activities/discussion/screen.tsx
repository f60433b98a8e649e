import type { ContributionView, CountView } from '../../../server/domain/contributions/view.ts';
import { dirOf } from '../../../server/domain/plain.ts';
import type { Localized } from '../../../server/domain/text.ts';
import { AuthorOnScreen } from '../../contributions/screen-author.tsx';
import { cardsOf, shownOf } from '../../contributions/screen-choice.ts';
import { useCalm } from '../../screen/calm.ts';
import { Fit } from '../../screen/fit.tsx';
import type { ActivityPictureProps } from '../../screen/kind.ts';
import { Received } from '../../screen/received.tsx';
import { Over, Spoken, Trio } from '../../screen/trio.tsx';
import { besideOf, wallWord } from '../../screen/wall-words.ts';
import { Icon } from '../../ui/icon.tsx';

/** A card stays at least so long, in milliseconds. */
const READABLE = 4000;
const CARD_SIZES = [39, 36, 34, 32];

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
      <Over text={title} order={order} />
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
