import { signal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ActivityView, AgendaView, ScreenView } from '../../server/domain/view.ts';
import { t } from '../lib/words.ts';
import { onScreen } from '../screen/activities.ts';
import { pictureOf } from '../screen/picture.ts';
import { Screen } from '../screen/screen.tsx';
import type { ScreenSource } from '../screen/source.ts';
import { Button } from '../ui/button.tsx';
import { type Desk, useDesk } from './desk.ts';

/** What the projector shows, small and alive, and the buttons that change it. */
export function ScreenPanel() {
  const desk = useDesk();
  const screen = desk.live.value<ScreenView>('screen').value;
  // On black, either of them lights the screen again.
  const mode = screen?.blank ? undefined : screen?.show.mode;
  return (
    <section class="panel screen-panel" aria-labelledby="screen-panel">
      <h2 id="screen-panel">
        {t('desk.screen_title')}
        <span>{t('desk.screen_shows', { what: useShown() })}</span>
      </h2>
      <Preview />
      <fieldset class="pbtns">
        <legend class="sr">{t('desk.screen_change')}</legend>
        <Button
          icon="screen"
          aria-pressed={mode === 'now'}
          onClick={() => void desk.run('core.ShowOnScreen', { mode: 'now' })}
        >
          {t('desk.screen_now')}
        </Button>
        <Button
          icon="phone"
          aria-pressed={mode === 'join'}
          onClick={() => void desk.run('core.ShowOnScreen', { mode: 'join' })}
        >
          {t('desk.screen_join')}
        </Button>
        <Blank />
      </fieldset>
    </section>
  );
}

/** Blacks the screen out and lights it again; also on the phone's bar. */
export function Blank() {
  const desk = useDesk();
  const blank = desk.live.value<ScreenView>('screen').value?.blank ?? false;
  return (
    <Button icon="blank" class="blank" aria-pressed={blank} onClick={() => void toggleBlank(desk)}>
      {t('desk.screen_blank')}
    </Button>
  );
}

/** What the last press asked for, until it is answered: a second one right after it turns the other way. */
let asked: boolean | null = null;

export async function toggleBlank(desk: Desk): Promise<void> {
  const shown = desk.live.value<ScreenView>('screen').peek()?.blank ?? false;
  const blank = !(asked ?? shown);
  asked = blank;
  await desk.run('core.BlankScreen', { blank });
  asked = null;
}

/** The projector's own component, drawn from the desk's data at its full measure and scaled to the panel. */
function Preview() {
  const { live } = useDesk();
  // Whether the desk is connected says nothing about the projector.
  const source = useMemo(
    (): ScreenSource => ({
      value: (key) => live.value(key),
      keys: (prefix) => live.keys(prefix),
      here: live.here,
      now: () => live.now(),
      state: signal('live'),
    }),
    [live],
  );
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
    <div class="preview" ref={frame} role="img" aria-label={t('desk.screen_preview')}>
      <div class="preview-stage" inert aria-hidden="true">
        <Screen source={source} />
      </div>
    </div>
  );
}

/** What is shown, for the words beside the panel's title. */
function useShown(): string {
  const { live } = useDesk();
  const agenda = live.value<AgendaView>('agenda').value;
  const screen = live.value<ScreenView>('screen').value;
  if (!agenda || !screen) return 'welcome';
  if (screen.blank) return 'blank';
  const picture = pictureOf(agenda, screen, {
    activity: (id) => live.value<ActivityView>(`a/${id}`).value,
    kindOf: (item) =>
      Object.entries(onScreen).find(([, { itemKey }]) => live.value(itemKey(item)).value !== undefined)?.[0],
  });
  return picture.show === 'activity' ? 'question' : picture.show;
}
