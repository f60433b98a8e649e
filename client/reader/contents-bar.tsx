import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { t } from '../lib/words.ts';
import { type ContentsLine, contentsOf, currentOf, markCurrent } from '../minutes/contents.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';

/** Follows what is being read: at most once a frame. */
function useCurrent(body: HTMLElement, lines: readonly ContentsLine[]): Signal<string> {
  const current = useSignal('');
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      current.value = currentOf(lines);
      markCurrent(body, current.value);
    };
    const later = () => {
      frame ||= requestAnimationFrame(look);
    };
    later();
    window.addEventListener('scroll', later, { passive: true });
    window.addEventListener('resize', later);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', later);
      window.removeEventListener('resize', later);
    };
  }, [body, lines, current]);
  return current;
}

/**
 * Where one is in the minutes, always in sight where the contents have no place beside them; opens these as a sheet.
 * `onGo` leads to a place.
 */
export function ContentsBar({ body, onGo }: { body: HTMLElement; onGo: (id: string) => void }) {
  const open = useSignal(false);
  const lines = useMemo(() => contentsOf(body), [body]);
  const current = useCurrent(body, lines);
  const close = () => (open.value = false);
  const here = lines.find(({ id }) => id === current.value);
  const go = (id: string) => {
    close();
    // After the sheet has gone and has given back the focus.
    setTimeout(() => onGo(id));
  };
  return (
    <div class="contents-bar">
      <button type="button" aria-haspopup="dialog" onClick={() => (open.value = true)}>
        <Icon name="agenda" />
        <b>{t('reader.contents')}</b>
        {here && (
          <span lang={here.lang} dir={here.dir}>
            {here.text}
          </span>
        )}
      </button>
      {open.value && (
        <Dialog
          light
          class="contents-sheet"
          title={t('reader.contents')}
          onClose={close}
          actions={<Button onClick={close}>{t('common.close')}</Button>}
        >
          <ol>
            {lines.map(({ id, text, lang, dir, under }) => (
              <li key={id} class={under ? 'under' : undefined}>
                <a
                  href={`#${id}`}
                  lang={lang}
                  dir={dir}
                  aria-current={id === current.value ? 'true' : undefined}
                  onClick={(event) => {
                    event.preventDefault();
                    go(id);
                  }}
                >
                  {text}
                </a>
              </li>
            ))}
          </ol>
        </Dialog>
      )}
    </div>
  );
}
