import { useEffect, useMemo } from 'preact/hooks';
import type { Language } from '../../server/domain/text.ts';
import { setLanguage, t } from '../lib/words.ts';
import { AsOf } from '../minutes/as-of.tsx';
import { FilesButton, useFilesDoor } from '../minutes/downloads.tsx';
import { Files } from '../minutes/files.ts';
import { FilesPanel } from '../minutes/files-panel.tsx';
import type { Reading } from '../minutes/reading.ts';
import { ScopeField } from '../minutes/scope-field.tsx';
import { Sheet } from '../minutes/sheet.tsx';
import { Trail } from '../minutes/trail.ts';
import { Button } from '../ui/button.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Notice, rejectionWords } from '../ui/notice.tsx';
import { ContentsBar } from './contents-bar.tsx';

interface AppProps {
  readonly reading: Reading;
  /** Enters by the link in the address and shows the minutes; also tries again. */
  readonly onBegin: () => void;
}

/** The minutes, with what one can do with them above. Only the minutes are printed. */
export function App({ reading, onBegin }: AppProps) {
  const { body, failure, busy } = reading;
  const trail = useMemo(() => new Trail(true), []);
  useArrivals(reading, trail);
  const heading = body.value?.querySelector('h1')?.textContent;
  useEffect(() => {
    if (heading) document.title = heading;
  }, [heading]);
  return (
    <div class="reader">
      <Bar reading={reading} />
      {failure.value && <Failure reading={reading} onBegin={onBegin} />}
      <p class={body.value ? 'sr' : 'reader-wait'} role="status">
        {busy.value ? t('reader.loading') : body.value ? t('reader.updated') : ''}
      </p>
      {body.value && (
        <>
          <ContentsBar body={body.value} onGo={(id) => trail.goTo(id)} />
          <Sheet body={body.value} busy={busy.value} trail={trail} />
        </>
      )}
    </div>
  );
}

/** A reference that is not in what is shown stands in the whole: an address works whatever was chosen before. */
function useArrivals(reading: Reading, trail: Trail): void {
  useEffect(() => {
    const arrive = async () => {
      if (trail.arrive() || reading.scope.peek() === '') return;
      const id = location.hash.slice(1);
      await reading.show('');
      setTimeout(() => trail.goTo(id));
    };
    const listen = () => void arrive();
    window.addEventListener('hashchange', listen);
    return () => window.removeEventListener('hashchange', listen);
  }, [reading, trail]);
}

function Bar({ reading }: { reading: Reading }) {
  const door = useFilesDoor();
  const files = useMemo(() => new Files(), []);
  const { body } = reading;
  const speak = async (language: Language) => {
    try {
      await setLanguage(language);
    } catch {
      return reading.fail({ code: 'UNAVAILABLE' });
    }
    await reading.show();
  };
  return (
    <header class="reader-bar">
      {!body.value && <h1 class="sr">{t('reader.title')}</h1>}
      <LanguageSwitch onChoose={(language) => void speak(language)} />
      {body.value && (
        <>
          <ScopeField reading={reading} />
          <div class="reader-acts">
            <FilesButton door={door} files={files} />
            <Button icon="print" onClick={() => window.print()}>
              {t('reader.print')}
            </Button>
          </div>
          {door.open.value && <FilesPanel id={door.id} files={files} reading={reading} />}
          <AsOf reading={reading} />
        </>
      )}
    </header>
  );
}

function Failure({ reading, onBegin }: AppProps) {
  const rejection = reading.failure.value;
  if (!rejection) return null;
  const { code } = rejection;
  const outside = code === 'SESSION_UNKNOWN' || code === 'NOT_ALLOWED';
  const words = outside
    ? t('reader.noLink')
    : code === 'UNAVAILABLE'
      ? t('reader.unreachable')
      : rejectionWords(rejection);
  return (
    <div class="reader-failure">
      <Notice tone="bad" icon="warning" announce>
        <p>{words}</p>
        {!outside && code !== 'LINK_UNKNOWN' && (
          <Button onClick={() => (reading.body.value ? void reading.show() : onBegin())}>{t('reader.again')}</Button>
        )}
      </Notice>
    </div>
  );
}
