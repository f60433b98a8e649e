import './screen.css';
import type { BallotCountView, BallotView, OptionsView } from '../../../server/domain/activities/ballot/view.ts';
import type { Language } from '../../../server/domain/text.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import type { ActivityPictureProps } from '../../screen/kind.ts';
import { hereOf } from '../../screen/presence.tsx';
import { Spoken, Trio } from '../../screen/trio.tsx';
import { type WallWord, wallWord } from '../../screen/wall-words.ts';
import { textsOfOptions } from './option-texts.ts';
import { groupsShown, type OptionShown, optionsOf } from './screen-options.ts';

/** More options than that are read on the phones. */
const MOST = 12;
/** Up to so many, each stands in all the languages. */
const ROOMY = 5;

/** What is voted on and how many have voted; and once results are shown, how many dots each option has. */
export function BallotPicture({ source, meeting, activity }: ActivityPictureProps) {
  const order = meeting.languages;
  const config = activity.config as unknown as BallotView;
  const count = source.value<BallotCountView>(`count/${activity.id}`).value;
  const { options } = source.value<OptionsView>(`options/${activity.id}`).value ?? { options: [] };
  const closed = activity.status === 'closed';
  const shown = optionsOf({ options }, count, closed, order, textsOfOptions(source, options));
  const listed = shown.slice(0, MOST);
  const groups = groupsShown(count);
  const most = Math.max(1, ...shown.map(({ dots }) => dots ?? 0));
  return (
    <main class={listed.length <= ROOMY ? 'main ballot roomy' : 'main ballot'}>
      <Spoken text={config.prompt} order={order} />
      <ol
        class={count?.results ? 'options results' : 'options'}
        style={{ '--rows': String(Math.max(1, listed.length)) }}
      >
        {listed.map((option) => (
          <Option key={option.id} option={option} most={most} order={order} />
        ))}
      </ol>
      <footer class="turnout">
        <Turnout
          voted={count?.voted ?? 0}
          here={closed || config.voters === 'organisation' ? undefined : hereOf(source).here}
          word={config.voters === 'organisation' ? 'voted_organisations' : 'voted'}
          order={order}
        />
        {groups.length > 0 && <Parts groups={groups} meeting={meeting} by={config.attribution} />}
        {count && !count.results && <Aside word="results_later" order={order} />}
        {shown.length > MOST && <Aside word="more_on_phone" order={order} />}
      </footer>
    </main>
  );
}

const Aside = ({ word, order }: { word: WallWord; order: readonly Language[] }) => (
  <p class="aside">
    <Trio word={word} order={order} />
  </p>
);

function Option({ option, most, order }: { option: OptionShown; most: number; order: readonly Language[] }) {
  const { large, others, ref, dots, parts } = option;
  const first = order[0] ?? 'en';
  return (
    <li>
      <div class="words">
        {large ? (
          <b class="label" lang={large.lang} dir={large.dir}>
            {large.text}
            {ref && <small class="ref"> {ref}</small>}
          </b>
        ) : (
          <b class="label" lang={first}>
            {wallWord(first, 'gone')}
          </b>
        )}
        {others.length > 0 && (
          <p class="others">
            {others.map(({ text, lang, dir }) => (
              <span key={lang} lang={lang} dir={dir}>
                {text}
              </span>
            ))}
          </p>
        )}
      </div>
      {dots !== null && (
        <div class="bar" style={{ '--share': String(dots / most) }}>
          <Bar parts={parts} most={most} />
          <b class="bar-n num">{dots}</b>
          <span class="sr">{wallWord(first, 'dots')}</span>
        </div>
      )}
    </li>
  );
}

/** Under so much of the longest bar a number finds no room in its part. */
const ROOM = 0.12;

/** The dots as a bar; where they are shown by groups, in parts with their numbers. */
const Bar = ({ parts, most }: { parts: readonly number[]; most: number }) => (
  <i class={parts.length > 0 ? 'in-parts' : undefined} aria-hidden="true">
    {parts.map(
      (n, i) =>
        n > 0 && (
          <span key={String(i)} class={`of-group part-${i + 1} num`} style={{ flexGrow: n }}>
            {n / most >= ROOM && n}
          </span>
        ),
    )}
  </i>
);

/** Which parts of the bars are whose. */
function Parts(props: { groups: readonly string[]; meeting: MeetingView; by: BallotView['attribution'] }) {
  const { groups, meeting, by } = props;
  const first = meeting.languages[0] ?? 'en';
  const list = by === 'city' ? meeting.cities : meeting.kinds;
  return (
    <ul class="parts" lang={first}>
      {groups.map((group, i) => (
        <li key={group}>
          <i class={`part-${i + 1}`} aria-hidden="true" />
          {list.find(({ id }) => id === group)?.name[first] ??
            wallWord(first, by === 'city' ? 'other_cities' : 'other_kinds')}
        </li>
      ))}
    </ul>
  );
}

/** How many have voted, of how many are here. Who left after voting makes them more than that: then only the number. */
function Turnout(props: {
  voted: number;
  here: number | undefined;
  word: 'voted' | 'voted_organisations';
  order: readonly Language[];
}) {
  const { voted, here, word, order } = props;
  return (
    <>
      <p class="num">
        <b class="turnout-n">{voted}</b>
        {here !== undefined && here > voted && <small> / {here}</small>}
      </p>
      <p class="words">
        <Trio word={word} order={order} />
      </p>
    </>
  );
}
