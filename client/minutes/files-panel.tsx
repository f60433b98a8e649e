import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { languages } from '../../server/domain/plain.ts';
import type { RejectionFrame } from '../../server/domain/protocol.ts';
import type { Language } from '../../server/domain/text.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { languageOwnNames } from '../ui/language-switch.tsx';
import { rejectionWords } from '../ui/notice.tsx';
import type { Files } from './files.ts';
import type { Reading } from './reading.ts';
import { scopeName } from './scope-field.tsx';
import { type Format, formats } from './source.ts';

interface FilesPanelProps {
  readonly id: string;
  readonly files: Files;
  readonly reading: Reading;
}

/** The files of what is shown: each format with what it is for, and what became of it. What is left out of them stands with `AsOf`. */
export function FilesPanel({ id, files, reading }: FilesPanelProps) {
  const heading = useId();
  const beside = useSignal<Language | null>(null);
  const { surface, scope, language } = reading;
  useEffect(() => files.forget(), [files, scope.value, language.value]);
  const second = beside.value === language.value ? null : beside.value;
  return (
    <section class="files" id={id} aria-labelledby={heading}>
      <h2 id={heading}>{t('reader.filesOf', { scope: scopeName(reading) })}</h2>
      <Beside first={language.value} second={second} onChoose={(chosen) => (beside.value = chosen)} />
      <ul>
        {formats.map((format) => (
          <FileRow
            key={format}
            format={format}
            files={files}
            onMake={() =>
              void files.make({ surface, format, lang: language.value, scope: scope.value, beside: second })
            }
          />
        ))}
      </ul>
    </section>
  );
}

interface BesideProps {
  readonly first: Language;
  readonly second: Language | null;
  readonly onChoose: (language: Language | null) => void;
}

function Beside({ first, second, onChoose }: BesideProps) {
  const id = useId();
  const name = languageOwnNames;
  return (
    <div class="files-beside">
      <label for={id}>{t('reader.beside')}</label>
      <select
        id={id}
        class="input"
        value={second ?? ''}
        onChange={(event) => onChoose((event.currentTarget.value || null) as Language | null)}
      >
        <option value="">{t('reader.besideNone', { language: name[first] })}</option>
        {languages
          .filter((language) => language !== first)
          .map((language) => (
            <option key={language} value={language}>
              {t('reader.besideBoth', { first: name[first], second: name[language] })}
            </option>
          ))}
      </select>
    </div>
  );
}

function FileRow({ format, files, onMake }: { format: Format; files: Files; onMake: () => void }) {
  const state = files.of(format);
  const making = state?.at === 'making';
  return (
    <li>
      <button type="button" class="file" aria-disabled={making} onClick={onMake}>
        <Icon name="download" />
        <span>
          <b>{t(`reader.format_${format}`)}</b> <small>{t(`reader.for_${format}`)}</small>
        </span>
      </button>
      {/* There before it says anything, so that it is heard. */}
      <div class="file-state" role="status">
        {making && (
          <p class="state">
            <Icon name="wait" />
            {t('reader.making')}
          </p>
        )}
        {state?.at === 'made' && (
          <p class="state good">
            <Icon name="check" />
            {t('reader.made')}
          </p>
        )}
        {state?.at === 'failed' && (
          <>
            <p class="state bad">
              <Icon name="warning" />
              {t('reader.notMade')}
            </p>
            <p>{failureWords(state.rejection)}</p>
            <Button onClick={onMake}>{t('reader.again')}</Button>
          </>
        )}
      </div>
    </li>
  );
}

/** Why a file did not come. */
const failureWords = (rejection: RejectionFrame): string =>
  rejection.code === 'UNAVAILABLE' ? t('reader.fileUnreachable') : rejectionWords(rejection);
