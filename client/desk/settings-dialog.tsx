import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { ActivityView } from '../../server/domain/view.ts';
import { DialogFailure } from '../contributions/desk-failure.tsx';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useDesk } from './desk.ts';

/** Seconds of grace to choose from; another that is set stays among them. */
const GRACES = [0, 30, 60, 120, 180, 300, 600];

interface SettingsProps {
  readonly activity: ActivityView;
  /** The kind's own settings as they are to be; what stands since it was opened is left out. */
  readonly settings: () => Readonly<Record<string, string | number | boolean>>;
  /** Whether they can be saved. */
  readonly valid?: boolean;
  readonly onClose: () => void;
  /** The fields of the kind's own settings. */
  readonly children?: ComponentChildren;
}

/** How an activity runs: the kind's own settings, and the time and grace that every kind has. */
export function SettingsDialog({ activity, settings, valid: ownValid = true, onClose, children }: SettingsProps) {
  const desk = useDesk();
  const opened = activity.openedAt !== null;
  const minutes = useSignal(activity.minutes === null ? '' : String(activity.minutes));
  const grace = useSignal(activity.graceSeconds);
  const wanted = minutes.value.trim() === '' ? null : Number(minutes.value);
  const validMinutes = wanted === null || isWhole(wanted, 600);
  const valid = validMinutes && ownValid;
  const graces = [...new Set([...GRACES, activity.graceSeconds])].sort((a, b) => a - b);
  const save = async () => {
    if (!valid) return;
    const answer = await desk.run('core.Configure', {
      activity: activity.id,
      graceSeconds: grace.value,
      settings: settings(),
      ...(opened ? {} : { minutes: wanted }),
    });
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
      {children}
      <div class="pair">
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
            aria-invalid={!validMinutes}
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
      </div>
      <DialogFailure />
    </Dialog>
  );
}

/** A whole number from 1 to the most. */
export const isWhole = (n: number, most: number): boolean => Number.isInteger(n) && n >= 1 && n <= most;
