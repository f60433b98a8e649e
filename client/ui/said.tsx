import type { TranslationShown } from '../../server/domain/activities/activity.ts';
import { languageName } from '../lib/languages.ts';
import { dirOf, lang, t } from '../lib/words.ts';

interface SaidProps {
  text: string;
  /** The language of the text, or `und`. */
  lang: string;
  translations: Readonly<Record<string, TranslationShown>>;
  /** The language to show it in; that of the page unless given. */
  into?: string;
  /** Folds the original away where it is longer than this many characters. */
  foldFrom?: number;
  /** A text of the meeting file, which stands in every language: it is shown as though written in this one. */
  ours?: boolean;
}

/**
 * A text of the room: in the reader's language first where a translation exists, its original under it and whose
 * translation it is; otherwise the original, marked as not yet translated. Each in its own direction.
 */
export function Said({ text, lang: of, translations, into = lang.value, foldFrom = 220, ours = false }: SaidProps) {
  const translation = of === into ? undefined : translations[into];
  if (ours) return <Text text={translation?.text ?? text} lang={translation ? into : of} class="said-text" />;
  if (!translation)
    return (
      <div class="said">
        <Text text={text} lang={of} class="said-text" />
        {of !== into && <p class="said-by">{untranslated(of)}</p>}
      </div>
    );
  const original = <Text text={text} lang={of} class="said-text said-original" />;
  return (
    <div class="said">
      <Text text={translation.text} lang={into} class="said-text" />
      {text.length > foldFrom ? (
        <details>
          <summary>{t('common.original')}</summary>
          {original}
        </details>
      ) : (
        original
      )}
      <p class="said-by">{source(of, translation)}</p>
    </div>
  );
}

/** A text with its language and direction; where nobody knows the language, the first letter decides. */
export function Text({ text, lang: of, class: more }: { text: string; lang: string; class?: string }) {
  return (
    <p class={more} lang={of === 'und' ? undefined : of} dir={of === 'und' ? 'auto' : dirOf(of)}>
      {text}
    </p>
  );
}

const untranslated = (of: string): string =>
  of === 'und' ? t('common.notTranslated') : t('common.notTranslatedFrom', { language: languageName(of) });

function source(of: string, { by, earlier }: TranslationShown): string {
  const from =
    of === 'und'
      ? t('common.translated', { by: by ?? '', known: by ? 'yes' : 'no' })
      : t('common.translatedFrom', { language: languageName(of), by: by ?? '', known: by ? 'yes' : 'no' });
  return earlier ? `${from} ${t('common.earlierWording')}` : from;
}
