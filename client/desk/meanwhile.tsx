import type { ComponentChildren } from 'preact';
import { dirOf, languages } from '../../server/domain/plain.ts';
import type { Label } from '../../server/domain/text.ts';
import { languageName } from '../lib/languages.ts';
import { lang, t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

export interface MeanwhileProps {
  /** What stands now. */
  readonly children: ComponentChildren;
  /** Puts that into the fields, in the place of what was typed. */
  readonly onTake: () => void;
}

/** Another desk was there first: what stands now, beside what was typed here. */
export function Meanwhile({ children, onTake }: MeanwhileProps) {
  return (
    <Notice tone="attention" icon="warning" announce>
      <p>{t('desk.meanwhile')}</p>
      <div class="meanwhile">{children}</div>
      <Button look="quiet" onClick={onTake}>
        {t('desk.meanwhile_take')}
      </Button>
    </Notice>
  );
}

/** A short text as it stands, in each language that it has, the reader's own first. */
export function LabelNow({ label }: { label: Label }) {
  const said = languages
    .filter((language) => label[language])
    .sort((a, b) => Number(b === lang.value) - Number(a === lang.value));
  return (
    <>
      {said.map((language) => (
        <p key={language}>
          <span class="aside">{languageName(language)}</span>{' '}
          <b lang={language} dir={dirOf(language)}>
            {label[language]}
          </b>
        </p>
      ))}
    </>
  );
}
