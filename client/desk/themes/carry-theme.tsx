import { useSignal } from '@preact/signals';
import type { ActivityId } from '../../../server/domain/ids.ts';
import type { ThemeView } from '../../../server/domain/parts/themes.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { deskKinds } from '../../activities/desk.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import type { Live } from '../../lib/live.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';
import { type Grouped, votable } from './grouping.ts';
import { nameOfTheme } from './theme-name.tsx';

interface CarryThemeProps {
  readonly theme: ThemeView;
  readonly themes: readonly Grouped[];
  readonly titles: ReadonlyMap<ActivityId, string>;
  readonly onClose: () => void;
}

/** The texts of a theme go into an activity that takes such: they become options of a ballot. */
export function CarryTheme({ theme, themes, titles, onClose }: CarryThemeProps) {
  const desk = useDesk();
  const takers = takersAt(desk.live);
  const chosen = useSignal<ActivityId | ''>('');
  const into = takers.find(({ id }) => id === chosen.value) ?? (takers.length === 1 ? takers[0] : undefined);
  const grouped = themes.find((other) => other.theme.id === theme.id);
  const carrying = into && deskKinds[into.kind]?.carrying;
  const items = grouped && carrying ? carrying.missing(desk.live, into.id, votable(grouped)) : [];
  const most = carrying?.most ?? 0;
  const ready = items.length > 0 && items.length <= most;
  const carry = async () => {
    if (!carrying || !ready) return;
    const answer = await carrying.carry(desk, into.id, items);
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      title={t('order.carry_title', { name: nameOfTheme(theme) })}
      onClose={onClose}
      actions={
        <>
          {items.length > most && <span class="aside">{t('desk.carry_most', { max: most })}</span>}
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="check" aria-disabled={!ready} onClick={() => void carry()}>
            {t('order.carry', { n: items.length })}
          </Button>
        </>
      }
    >
      {takers.length === 0 && <p>{t('order.carry_no_ballot')}</p>}
      {takers.length > 0 && (
        <div class="field">
          <label for="carry-into">{t('order.carry_into')}</label>
          <select
            id="carry-into"
            class="input"
            value={into?.id ?? ''}
            onChange={(event) => (chosen.value = event.currentTarget.value as ActivityId)}
          >
            {takers.length > 1 && <option value="">{t('order.carry_into_which')}</option>}
            {takers.map(({ id }) => (
              <option key={id} value={id}>
                {titles.get(id) ?? id}
              </option>
            ))}
          </select>
        </div>
      )}
      {into && <p class="aside">{t('order.carry_explain', { n: items.length })}</p>}
      <DialogFailure />
    </Dialog>
  );
}

const takersAt = (live: Live): ActivityView[] =>
  live.keys('a/').value.flatMap((key) => {
    const activity = live.value<ActivityView>(key).value;
    return activity && deskKinds[activity.kind]?.carrying ? [activity] : [];
  });
