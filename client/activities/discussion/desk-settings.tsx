import { useSignal } from '@preact/signals';
import type { RevealMode } from '../../../server/domain/contributions/schema.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import type { ActivityDeskProps } from '../../desk/activities.ts';
import { useDesk } from '../../desk/desk.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** Seconds of grace to choose from; another that is set stays among them. */
const GRACES = [0, 30, 60, 120, 180, 300, 600];

/** How a discussion runs: what may change, and until when. */
export function DiscussionSettings({ activity, onClose }: ActivityDeskProps & { onClose: () => void }) {
  const desk = useDesk();
  const config = activity.config as { reveal: RevealMode; replies: boolean; endorsements: boolean };
  const opened = activity.openedAt !== null;
  const minutes = useSignal(activity.minutes === null ? '' : String(activity.minutes));
  const grace = useSignal(activity.graceSeconds);
  const reveal = useSignal(config.reveal);
  const replies = useSignal(config.replies);
  const endorsements = useSignal(config.endorsements);
  const wanted = minutes.value.trim() === '' ? null : Number(minutes.value);
  const valid = wanted === null || (Number.isInteger(wanted) && wanted >= 1 && wanted <= 600);
  const graces = [...new Set([...GRACES, activity.graceSeconds])].sort((a, b) => a - b);
  const save = async () => {
    if (!valid) return;
    const settings = {
      ...(opened ? {} : { reveal: reveal.value }),
      replies: replies.value,
      endorsements: endorsements.value,
    };
    const data = { activity: activity.id, graceSeconds: grace.value, settings, ...(opened ? {} : { minutes: wanted }) };
    const answer = await desk.run('core.Configure', data);
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      title={t('desk.settings_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="check" aria-disabled={!valid} onClick={() => void save()}>
            {t('desk.save')}
          </Button>
        </>
      }
    >
      <fieldset class="reasons" disabled={opened}>
        <legend>
          {t('desk.set_reveal')} {opened && <span class="aside">{t('desk.set_fixed')}</span>}
        </legend>
        {(['live', 'collect'] as const).map((mode) => (
          <label key={mode} class="check">
            <input type="radio" name="reveal" checked={reveal.value === mode} onChange={() => (reveal.value = mode)} />
            {t(`desk.set_reveal_${mode}`)}
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="set-minutes">
          {t('desk.set_minutes')}
          <span class="aside">{t(opened ? 'desk.set_minutes_opened' : 'desk.set_minutes_hint')}</span>
        </label>
        <input
          id="set-minutes"
          class="input"
          type="number"
          min={1}
          max={600}
          step={1}
          disabled={opened}
          aria-invalid={!valid}
          value={minutes.value}
          onInput={(event) => (minutes.value = event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for="set-grace">{t('desk.set_grace')}</label>
        <select
          id="set-grace"
          class="input"
          value={String(grace.value)}
          onChange={(event) => (grace.value = Number(event.currentTarget.value))}
        >
          {graces.map((seconds) => (
            <option key={seconds} value={String(seconds)}>
              {seconds % 60 === 0 && seconds > 0
                ? t('desk.minutes', { n: seconds / 60 })
                : t('desk.seconds', { n: seconds })}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label class="check">
          <input
            type="checkbox"
            checked={replies.value}
            onChange={(event) => (replies.value = event.currentTarget.checked)}
          />
          {t('desk.set_replies')}
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={endorsements.value}
            onChange={(event) => (endorsements.value = event.currentTarget.checked)}
          />
          {t('desk.set_endorsements')}
        </label>
      </div>
      <DialogFailure />
    </Dialog>
  );
}
