import { useEffect, useRef } from 'preact/hooks';
import { lang, t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Notice, rejectionWords } from '../ui/notice.tsx';
import type { Reading } from './reading.ts';
import { minutesUrl } from './source.ts';

const formats = ['html', 'md', 'csv', 'json'] as const;

/** The minutes, with what one can do with them above. Only the minutes are printed. */
export function App({ reading }: { reading: Reading }) {
  const { body, failure, busy } = reading;
  return (
    <>
      <Bar reading={reading} />
      {failure.value && <Failure reading={reading} />}
      <p class={body.value ? 'sr' : 'reader-wait'} role="status">
        {busy.value ? t('reader.loading') : body.value ? t('reader.updated') : ''}
      </p>
      {body.value && <Minutes body={body.value} busy={busy.value} />}
    </>
  );
}

function Bar({ reading }: { reading: Reading }) {
  const { item, scopes, body, busy } = reading;
  return (
    <header class="reader-bar">
      {!body.value && <h1 class="sr">{t('reader.title')}</h1>}
      <LanguageSwitch onChoose={(language) => void reading.speak(language)} />
      {body.value && (
        <>
          <div class="reader-scope">
            <label for="scope">{t('reader.scope')}</label>
            <select
              id="scope"
              class="input"
              value={item.value}
              onChange={(event) => void reading.show(event.currentTarget.value)}
            >
              <option value="">{t('reader.wholeMeeting')}</option>
              {scopes.value.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          </div>
          <div class="reader-acts">
            <Downloads item={item.value} />
            <Button icon="print" onClick={() => window.print()}>
              {t('reader.print')}
            </Button>
            <Button icon="now" disabled={busy.value} onClick={() => void reading.show()}>
              {t('reader.refresh')}
            </Button>
          </div>
        </>
      )}
    </header>
  );
}

function Downloads({ item }: { item: string }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute('open');
  return (
    <details
      ref={menu}
      class="reader-downloads"
      onKeyDown={(event) => event.key === 'Escape' && close()}
      onFocusOut={({ relatedTarget }) =>
        relatedTarget instanceof Node && !menu.current?.contains(relatedTarget) && close()
      }
    >
      <summary class="btn act">
        <Icon name="down" />
        {t('reader.download')}
      </summary>
      <ul>
        {formats.map((format) => (
          <li key={format}>
            <a href={minutesUrl(format, lang.value, item, true)} download="" onClick={close}>
              {t(`reader.${format}`)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Failure({ reading }: { reading: Reading }) {
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
          <Button onClick={() => void (reading.body.value ? reading.show() : reading.begin())}>
            {t('reader.again')}
          </Button>
        )}
      </Notice>
    </div>
  );
}

/** The server's own rendering, put in place whole. */
function Minutes({ body, busy }: { body: HTMLElement; busy: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  const arrived = useRef(false);
  useEffect(() => {
    place.current?.replaceChildren(body);
    // The address named a contribution before there was anything to scroll to.
    if (!arrived.current && location.hash.length > 1) document.getElementById(location.hash.slice(1))?.scrollIntoView();
    arrived.current = true;
  }, [body]);
  return <div ref={place} aria-busy={busy} />;
}
