import { useSignal } from '@preact/signals';
import type { RehearsalView } from '../../../server/domain/protocol.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { everySecond } from '../../lib/clock.ts';
import { formatLeft, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useDesk } from '../desk.ts';
import { Emphasis } from '../emphasis.tsx';
import { EndDialog } from './end-dialog.tsx';
import { JoinDialog } from './join-dialog.tsx';
import { here } from './requests.ts';
import { standingOf } from './standing.ts';
import { useRehearsal } from './watch.ts';

/** Across the whole desk, as long as it is that of a rehearsal: what it is, who is in it, and the way out. */
export function RehearsalBanner({ meeting }: { meeting: MeetingView }) {
  const rehearsal = useRehearsal();
  const dialog = useSignal<'join' | 'end' | null>(null);
  /** On a phone what can be done is folded away. */
  const open = useSignal(false);
  const close = () => (dialog.value = null);
  const links = rehearsal.value?.links;
  return (
    <>
      <section class="rehearsal" aria-label={t('common.rehearsal')}>
        <div class={open.value ? 'rehearsal-line open' : 'rehearsal-line'}>
          <div class="rehearsal-words">
            <b>{t('common.rehearsal')}</b>
            {rehearsal.value && <State rehearsal={rehearsal.value} />}
          </div>
          <Button
            look="quiet"
            class="rehearsal-more"
            aria-expanded={open.value}
            aria-controls="rehearsal-actions"
            aria-label={t('desk.rehearsal_actions')}
            icon={open.value ? 'up' : 'down'}
            onClick={() => (open.value = !open.value)}
          />
          <div id="rehearsal-actions" class="rehearsal-actions">
            {links && (
              <>
                <a class="btn" href={here(links.screen)} target="_blank" rel="noopener">
                  <Icon name="screen" />
                  {t('desk.rehearsal_screen')}
                </a>
                {rehearsal.value?.running === false && (
                  <a class="btn" href={here(links.reader)} target="_blank" rel="noopener">
                    <Icon name="print" />
                    {t('desk.rehearsal_minutes')}
                  </a>
                )}
              </>
            )}
            <Button icon="phone" onClick={() => (dialog.value = 'join')}>
              {t('desk.rehearsal_join')}
            </Button>
            <Button icon="stop" onClick={() => (dialog.value = 'end')}>
              {t('desk.rehearsal_end')}
            </Button>
          </div>
        </div>
      </section>
      {dialog.value === 'join' && <JoinDialog meeting={meeting} onClose={close} />}
      {dialog.value === 'end' && <EndDialog onClose={close} />}
    </>
  );
}

/** How many of the made-up people are here, how much they have sent, and until when; or that they have gone. */
function State({ rehearsal }: { rehearsal: RehearsalView }) {
  const { live } = useDesk();
  void everySecond.value;
  const standing = standingOf(rehearsal, live.now());
  const left = standing.at === 'left';
  return (
    <>
      {!left && (
        <p class="rehearsal-state">
          <Emphasis text={t('desk.rehearsal_here', { here: rehearsal.here, of: rehearsal.delegates })} />
          <Emphasis text={t('desk.rehearsal_written', { n: rehearsal.written })} />
          <Emphasis
            text={
              standing.at === 'here'
                ? t('desk.rehearsal_leave', { time: formatLeft(standing.left) })
                : t('desk.rehearsal_leaving')
            }
          />
        </p>
      )}
      {/* Heard when it comes, unlike the numbers. */}
      <p role="status" class="rehearsal-left">
        {left && t('desk.rehearsal_left')}
      </p>
    </>
  );
}
