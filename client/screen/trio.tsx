import { Fragment } from 'preact';
import { dirOf } from '../../server/domain/plain.ts';
import type { Language, Localized } from '../../server/domain/text.ts';
import { type WallWord, wallWord } from './wall-words.ts';

/** One word in each of the meeting's languages, on one line: آخر ما وصل · Dernières reçues · Latest. */
export function Trio({ word, order }: { word: WallWord; order: readonly Language[] }) {
  return (
    <>
      {order.map((language, i) => (
        <Fragment key={language}>
          {i > 0 && <span aria-hidden="true">·</span>}
          <span lang={language} dir={dirOf(language)}>
            {wallWord(language, word)}
          </span>
        </Fragment>
      ))}
    </>
  );
}

/** Above a prompt, what it belongs to: in the first language, and in the second where both find room on a line. */
export function Over({ text, order }: { text: Localized; order: readonly Language[] }) {
  const both = order.slice(0, 2);
  const shown = both.reduce((sum, language) => sum + text[language].length, 0) > 64 ? both.slice(0, 1) : both;
  return (
    <p class="over">
      {shown.map((language, i) => (
        <Fragment key={language}>
          {i > 0 && <span aria-hidden="true">·</span>}
          <span lang={language} dir={dirOf(language)}>
            {text[language]}
          </span>
        </Fragment>
      ))}
    </p>
  );
}

/** A text of the meeting file: the first language large, the others side by side under it. */
export function Spoken({ text, order }: { text: Localized; order: readonly Language[] }) {
  const [first, ...others] = order;
  if (!first) return null;
  return (
    <>
      <h1 class={sizeOf(text[first])} lang={first} dir={dirOf(first)}>
        {text[first]}
      </h1>
      {others.length > 0 && (
        <div class="alt">
          {others.map((language) => (
            <p key={language} class={sizeOf(text[language])} lang={language} dir={dirOf(language)}>
              {text[language]}
            </p>
          ))}
        </div>
      )}
    </>
  );
}

/** Long prompts are set smaller, so that there is room for the answers; never under 32 px. */
export function sizeOf(text: string): 'short' | 'middling' | 'long' | 'longest' {
  if (text.length <= 90) return 'short';
  if (text.length <= 150) return 'middling';
  return text.length <= 260 ? 'long' : 'longest';
}
