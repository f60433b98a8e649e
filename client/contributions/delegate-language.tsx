import { useState } from 'preact/hooks';
import type { OwnContribution } from '../../server/domain/contributions/view.ts';
import { useSession } from '../delegate/session.ts';
import { languageName, textLanguages } from '../lib/languages.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';

/** The language of a text: as guessed after saving, with a way to correct it. */
export function LanguageOfText({ item, kind }: { item: OwnContribution; kind: string }) {
  const session = useSession();
  const [correcting, setCorrecting] = useState(false);
  const listed: readonly string[] = textLanguages;
  if (!correcting)
    return (
      <p class="language-of">
        <span>
          {t('delegate.writtenIn', { language: languageName(item.lang), guessed: item.guessed ? 'yes' : 'no' })}
        </span>
        <Button look="quiet" onClick={() => setCorrecting(true)}>
          {t('delegate.correctLanguage')}
        </Button>
      </p>
    );
  return (
    <label class="language-of">
      <span>{t('delegate.languageOfText')}</span>
      <select
        class="input"
        value={item.lang}
        onChange={(event) => {
          setCorrecting(false);
          void session.give(`${kind}.CorrectLanguage`, {
            activity: item.activity,
            item: item.id,
            lang: event.currentTarget.value,
          });
        }}
        onBlur={() => setCorrecting(false)}
      >
        {(listed.includes(item.lang) ? listed : [item.lang, ...listed]).map((tag) => (
          <option key={tag} value={tag}>
            {languageName(tag)}
          </option>
        ))}
      </select>
    </label>
  );
}
