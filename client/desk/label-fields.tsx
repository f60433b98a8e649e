import type { Signal } from '@preact/signals';
import { dirOf, languages, MAX_LABEL } from '../../server/domain/plain.ts';
import type { Label, Language } from '../../server/domain/text.ts';
import { languageName } from '../lib/languages.ts';
import { lang } from '../lib/words.ts';

interface LabelFieldsProps {
  /** What the fields' ids begin with. */
  readonly id: string;
  readonly label: Signal<Label>;
  /** Those of the meeting; another that has words already has a field too. */
  readonly among: readonly Language[];
  /** A sentence rather than a few words. */
  readonly long?: boolean;
  /** Enter, in a field of one line. */
  readonly onEnter?: () => void;
}

/** Whether a label says something in one language at least. */
export const saysSomething = (label: Label): boolean => languages.some((language) => label[language]?.trim());

/** A short text in up to three languages, the reader's own first: one of them is enough. */
export function LabelFields({ id, label, among, long = false, onEnter }: LabelFieldsProps) {
  const order = languages
    .filter((language) => among.includes(language) || label.value[language] !== undefined)
    .sort((a, b) => Number(b === lang.value) - Number(a === lang.value));
  return (
    <>
      {order.map((language) => {
        const shared = {
          id: `${id}-${language}`,
          class: 'input',
          lang: language,
          dir: dirOf(language),
          maxLength: MAX_LABEL,
          value: label.value[language] ?? '',
          onInput: (event: { currentTarget: { value: string } }) => {
            label.value = { ...label.value, [language]: event.currentTarget.value };
          },
        };
        return (
          <div key={language} class="field">
            <label for={shared.id}>{languageName(language)}</label>
            {long ? (
              <textarea {...shared} rows={2} />
            ) : (
              <input
                {...shared}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !event.isComposing) onEnter?.();
                }}
              />
            )}
          </div>
        );
      })}
    </>
  );
}
