import type { Language } from '../../server/domain/text.ts';
import { dirOf, lang, t } from '../lib/words.ts';

/** Each language by its own name: one who reads no other finds it. */
export const languageOwnNames: Record<Language, string> = { ar: 'العربية', fr: 'Français', en: 'English' };

interface LanguageSwitchProps {
  onChoose: (language: Language) => void;
  /** Those of the meeting, in its order. */
  among?: readonly Language[];
  /** The one in use: that of the page unless it is about something else. */
  chosen?: Language;
  /** What it is the language of. */
  legend?: string;
}

/** Three buttons, each in its own script. */
export function LanguageSwitch({ onChoose, among = ['ar', 'fr', 'en'], chosen, legend }: LanguageSwitchProps) {
  return (
    <fieldset class="languages">
      <legend class="sr">{legend ?? t('common.language')}</legend>
      {among.map((language) => (
        <button
          key={language}
          type="button"
          class="btn"
          lang={language}
          dir={dirOf(language)}
          aria-pressed={(chosen ?? lang.value) === language}
          onClick={() => onChoose(language)}
        >
          {languageOwnNames[language]}
        </button>
      ))}
    </fieldset>
  );
}
