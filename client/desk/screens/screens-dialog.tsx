import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { ActivityId } from '../../../server/domain/ids.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import { get } from '../../lib/api.ts';
import { copyText } from '../../lib/copy-text.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useDesk } from '../desk.ts';
import { activityTitles } from '../shown-activity.ts';
import { addressOf, screenNumbers, screenOf } from './screens.ts';
import { Which } from './which.tsx';

interface Link {
  readonly role: string;
  readonly url?: string;
}

/** Whatever is changed less often: another source, an activity of its own on a side screen, further screens. */
export function ScreensDialog({ onClose }: { onClose: () => void }) {
  const desk = useDesk();
  const screen = desk.screen.value;
  const { show } = screenOf(desk.live, screen);
  const titles = useMemo(() => activityTitles(desk.live), [desk.live]).value;
  const shown = show.mode === 'activity' ? show.activity : '';
  return (
    <Dialog
      light
      class="screens-dialog"
      title={t('desk.screens_title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('desk.close_dialog')}</Button>}
    >
      <Which among={screenNumbers} />
      <p class="aside">{t('desk.screens_keys')}</p>
      <div class="choice">
        <Button
          icon="screen"
          aria-pressed={show.mode === 'other'}
          onClick={() => void desk.run('core.ShowOnScreen', { mode: show.mode === 'other' ? 'now' : 'other', screen })}
        >
          {t('desk.screen_other')}
        </Button>
        <p class="aside">{t('desk.screen_other_hint')}</p>
      </div>
      <div class="field">
        <label for="screen-activity">{t('desk.screen_activity')}</label>
        <select
          id="screen-activity"
          class="input"
          value={shown}
          onChange={({ currentTarget: { value } }) =>
            void desk.run(
              'core.ShowOnScreen',
              value ? { mode: 'activity', activity: value as ActivityId, screen } : { mode: 'now', screen },
            )
          }
        >
          <option value="">{t('desk.screen_activity_none')}</option>
          {titles.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </select>
        <p class="aside">{t('desk.screen_activity_hint')}</p>
      </div>
      <Address />
      <DialogFailure />
    </Dialog>
  );
}

/** Where the browser of the chosen screen is opened. */
function Address() {
  const desk = useDesk();
  const screen = desk.screen.value;
  const url = useSignal<string | null>(null);
  const said = useSignal('');
  useEffect(() => {
    void get<{ links: readonly Link[] }>('/api/links').then((answer) => {
      if (answer.ok) url.value = answer.body.links.find(({ role }) => role === 'screen')?.url ?? null;
    });
  }, []);
  if (url.value === null) return null;
  const address = addressOf(url.value, screen);
  return (
    <div>
      <h3>{t('desk.screen_address', { n: screen })}</h3>
      <p class="aside">{t('desk.screen_address_hint')}</p>
      <div class="linkbuttons">
        <a class="btn" href={address} target="_blank" rel="noopener">
          <Icon name="screen" />
          {t('desk.link_open')}
        </a>
        <Button
          icon="copy"
          onClick={async () => {
            const name = t('desk.screen_n', { n: screen });
            said.value = (await copyText(address)) ? t('desk.link_copied', { name }) : t('desk.link_not_copied');
          }}
        >
          {t('desk.link_copy')}
        </Button>
      </div>
      <p role="status" class="aside">
        {said.value}
      </p>
    </div>
  );
}
