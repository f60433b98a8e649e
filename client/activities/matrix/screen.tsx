import './screen.css';
import { Fragment } from 'preact';
import type { MatrixCountView, MatrixView } from '../../../server/domain/activities/matrix/view.ts';
import type { EndorsementView } from '../../../server/domain/contributions/view.ts';
import { dirOf } from '../../../server/domain/plain.ts';
import type { Language, Localized } from '../../../server/domain/text.ts';
import type { ActivityView, MeetingView } from '../../../server/domain/view.ts';
import { shownOf } from '../../contributions/screen-choice.ts';
import type { ActivityPictureProps } from '../../screen/kind.ts';
import { Trio } from '../../screen/trio.tsx';
import { wallWord } from '../../screen/wall-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Cell } from './screen-cell.tsx';
import { byPlace, densityOf, foremost, stepOf, wholeNames } from './screen-cells.ts';
import { weightOf } from './weight.ts';

/** Where the room sees strength and where weakness: colour says where, the number how much, one line why. */
export function MatrixPicture({ source, meeting, activity }: ActivityPictureProps) {
  const order = meeting.languages;
  const first = order[0] ?? 'en';
  const config = activity.config as unknown as MatrixView;
  const count = source.value<MatrixCountView>(`count/${activity.id}`).value;
  const collecting = count?.revealed === false;
  const cells = byPlace(collecting ? [] : shownOf(source, activity.id));
  const density = densityOf(config.rows.length, config.columns.length);
  const names = config.rows.map(({ name }) => name[first]);
  const whole = !collecting && wholeNames(names, density);
  const numberOf = (place: string): number => weightOf(config, count?.cells[place]);
  const places = config.rows.flatMap((row) => config.columns.map((column) => `${row.id}/${column.id}`));
  const most = Math.max(...places.map(numberOf));
  return (
    <main class={`main matrix ${density} ${whole ? 'whole' : 'words'}`}>
      <Title text={config.prompt} order={order} />
      <div
        class="matrix-grid"
        style={{ '--columns': String(config.columns.length), '--rows': String(config.rows.length) }}
      >
        <p class="head corner">
          <InAll text={config.corner} order={order} />
        </p>
        {config.columns.map(({ id, name, tone }) => (
          <p key={id} class={`head ${tone}`}>
            <InAll text={name} order={order} />
          </p>
        ))}
        {config.rows.map((row) => (
          <Fragment key={row.id}>
            <RowName large={whole ? row.name : row.short} short={row.short} order={order} />
            {config.columns.map((column) => {
              const place = `${row.id}/${column.id}`;
              const entries = cells.get(place) ?? [];
              return (
                <Cell
                  key={place}
                  tone={column.tone}
                  step={collecting ? 0 : stepOf(numberOf(place), most)}
                  n={collecting ? null : numberOf(place)}
                  contests={collecting ? 0 : (count?.cells[place]?.contests ?? 0)}
                  entries={density === 'tight' ? [] : entries}
                  foremost={foremost(entries, (id) => source.value<EndorsementView>(`n/${id}`).value)?.id}
                  first={first}
                />
              );
            })}
          </Fragment>
        ))}
      </div>
      {collecting && (
        <p class="collected">
          <b class="collected-n num">{count.received}</b>
          <Trio word="collecting" order={order} />
        </p>
      )}
    </main>
  );
}

/** What the numbers in the cells and the signs beside them are. */
export function MatrixKey({ meeting, activity }: { meeting: MeetingView; activity: ActivityView }) {
  const first = meeting.languages[0] ?? 'en';
  const { endorsements, contests } = activity.config as unknown as MatrixView;
  return (
    <ul class="matrix-key" lang={first}>
      <li>{wallWord(first, endorsements ? 'matrix_voices' : 'matrix_entries')}</li>
      {contests && (
        <li>
          <Icon name="unequal" />
          {wallWord(first, 'contests')}
        </li>
      )}
    </ul>
  );
}

/** The prompt: the first language large, the others on a line under it. */
function Title({ text, order }: { text: Localized; order: readonly Language[] }) {
  const [first = 'en', ...others] = order;
  return (
    <header>
      <h1 lang={first} dir={dirOf(first)}>
        {text[first]}
      </h1>
      {others.length > 0 && (
        <div class="others">
          {others.map((language) => (
            <p key={language} lang={language} dir={dirOf(language)}>
              {text[language]}
            </p>
          ))}
        </div>
      )}
    </header>
  );
}

/** A few words in every language, the first of them larger. */
function InAll({ text, order }: { text: Localized; order: readonly Language[] }) {
  const [first = 'en', ...others] = order;
  return (
    <>
      <b lang={first} dir={dirOf(first)}>
        {text[first]}
      </b>
      {others.map((language) => (
        <span key={language} lang={language} dir={dirOf(language)}>
          {text[language]}
        </span>
      ))}
    </>
  );
}

/** The row's name in the first language, and the word that stands for it in the others. */
function RowName(props: { large: Localized; short: Localized; order: readonly Language[] }) {
  const { large, short, order } = props;
  const [first = 'en', ...others] = order;
  // French and English share many words.
  const different = others.filter((language, i) => others.findIndex((other) => short[other] === short[language]) === i);
  return (
    <div class="row-name">
      <b lang={first} dir={dirOf(first)}>
        {large[first]}
      </b>
      <p>
        {different.map((language, i) => (
          <Fragment key={language}>
            {i > 0 && <span aria-hidden="true">·</span>}
            <span lang={language} dir={dirOf(language)}>
              {short[language]}
            </span>
          </Fragment>
        ))}
      </p>
    </div>
  );
}
