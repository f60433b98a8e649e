import { useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ScreenNumber } from '../../server/domain/commands.ts';
import { t } from '../lib/words.ts';
import { Screen } from '../screen/screen.tsx';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { useDesk } from './desk.ts';
import { previewOf } from './screens/preview.ts';
import { Blank, Freeze } from './screens/screen-buttons.tsx';
import { screenOf, screensInUse, shownOn } from './screens/screens.ts';
import { ScreensDialog } from './screens/screens-dialog.tsx';
import { Which } from './screens/which.tsx';

/** What the projector shows, small and alive, and the buttons that change it. */
export function ScreenPanel() {
  const desk = useDesk();
  const more = useSignal(false);
  const screen = desk.screen.value;
  const used = screensInUse(desk.live);
  const { show, blank } = screenOf(desk.live, screen);
  // On black, either of them lights the screen again.
  const mode = blank ? undefined : show.mode;
  return (
    <section class="panel screen-panel" aria-labelledby="screen-panel">
      <h2 id="screen-panel">
        {screen === 1 ? t('desk.screen_title') : t('desk.screen_title_n', { n: screen })}
        <span>{t('desk.screen_shows', { what: shownOn(desk.live, screen) })}</span>
      </h2>
      {(used.length > 1 || screen > 1) && <Which among={[...new Set([...used, screen])].sort()} />}
      <Preview screen={screen} />
      <fieldset class="pbtns">
        <legend class="sr">{t('desk.screen_change')}</legend>
        <Button
          icon="now"
          aria-pressed={mode === 'now'}
          onClick={() => void desk.run('core.ShowOnScreen', { mode: 'now', screen })}
        >
          {t('desk.screen_now')}
        </Button>
        <Button
          icon="phone"
          aria-pressed={mode === 'join'}
          onClick={() => void desk.run('core.ShowOnScreen', { mode: 'join', screen })}
        >
          {t('desk.screen_join')}
        </Button>
        <Button
          icon="screen"
          aria-pressed={mode === 'other' || mode === 'activity'}
          onClick={() => (more.value = true)}
        >
          {t('desk.screen_more')}
        </Button>
        <Freeze />
        <Blank />
      </fieldset>
      {more.value && <ScreensDialog onClose={() => (more.value = false)} />}
    </section>
  );
}

/** The projector's own component, drawn from the desk's data at its full measure and scaled to the panel. */
function Preview({ screen }: { screen: ScreenNumber }) {
  const { live } = useDesk();
  const source = useMemo(() => previewOf(live, screen), [live, screen]);
  const { blank, frozen } = screenOf(live, screen);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const scale = () => element.style.setProperty('--scale', String(element.clientWidth / 1920));
    scale();
    const observer = new ResizeObserver(scale);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div class={frozen ? 'preview frozen' : 'preview'} ref={frame}>
      <div class="preview-stage" role="img" aria-label={t('desk.screen_preview')}>
        <div inert aria-hidden="true">
          <Screen key={screen} source={source} />
        </div>
      </div>
      <p class="preview-state" role="status">
        {blank && (
          <span>
            <Icon name="blank" />
            {t('desk.screen_is_blank')}
          </span>
        )}
        {frozen && (
          <span>
            <Icon name="freeze" />
            {t('desk.screen_is_frozen')}
          </span>
        )}
      </p>
    </div>
  );
}
