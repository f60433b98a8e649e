import '../../../views/minutes.css';
import '../../../views/minutes-figures.css';
import '../../minutes/minutes.css';
import './report.css';
import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Language } from '../../../server/domain/text.ts';
import { lang, t } from '../../lib/words.ts';
import { AsOf } from '../../minutes/as-of.tsx';
import { FilesButton, useFilesDoor } from '../../minutes/downloads.tsx';
import { Files } from '../../minutes/files.ts';
import { FilesPanel } from '../../minutes/files-panel.tsx';
import { Reading } from '../../minutes/reading.ts';
import { ScopeField } from '../../minutes/scope-field.tsx';
import { Sheet } from '../../minutes/sheet.tsx';
import { Trail } from '../../minutes/trail.ts';
import { Button } from '../../ui/button.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import { Notice, rejectionWords } from '../../ui/notice.tsx';
import type { ViewProps } from '../doors.tsx';

/**
 * The minutes at the desk, as readers have them now, and their files. They stand in the middle while the meeting goes on
 * around them; their language is their own, so that the desk keeps its.
 */
export function Report({ meeting }: ViewProps) {
  const language = useSignal<Language>(lang.peek());
  const reading = useMemo(() => new Reading('facilitator', language), [language]);
  const files = useMemo(() => new Files(), []);
  const trail = useMemo(() => new Trail(false), []);
  const door = useFilesDoor();
  useEffect(() => void reading.show(), [reading]);
  const { body, busy, failure } = reading;
  return (
    <>
      <header class="view-head report-head">
        <div>
          <h2>{t('desk.view_report')}</h2>
          <p class="aside">{t('reader.deskHint')}</p>
        </div>
        <FilesButton door={door} files={files} />
        <div class="report-choice">
          <ScopeField reading={reading} />
          <LanguageSwitch
            among={meeting.languages}
            chosen={language.value}
            legend={t('reader.language')}
            onChoose={(chosen) => {
              language.value = chosen;
              void reading.show();
            }}
          />
        </div>
        {door.open.value && <FilesPanel id={door.id} files={files} reading={reading} />}
        <AsOf reading={reading} />
      </header>
      {failure.value && (
        <div class="report-failure">
          <Notice tone="bad" icon="warning" announce>
            <p>{rejectionWords(failure.value)}</p>
            <Button onClick={() => void reading.show()}>{t('reader.again')}</Button>
          </Notice>
        </div>
      )}
      <p class={body.value ? 'sr' : 'empty'} role="status">
        {busy.value ? t('reader.loading') : body.value ? t('reader.updated') : ''}
      </p>
      {body.value && <Sheet body={body.value} busy={busy.value} trail={trail} />}
    </>
  );
}
