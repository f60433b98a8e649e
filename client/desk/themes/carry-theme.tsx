import { useSignal } from '@preact/signals';
import type { OptionsView } from '../../../server/domain/activities/ballot/view.ts';
import type { ActivityId, ItemId } from '../../../server/domain/ids.ts';
import type { ThemeView } from '../../../server/domain/parts/themes.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import type { Live } from '../../lib/live.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';
import { type Grouped, votable } from './grouping.ts';
import { nameOfTheme } from './theme-name.tsx';

/** As many as one command takes. */
const MOST = 40;

export interface CarryThemeProps {
  readonly theme: ThemeView;
  readonly themes: readonly Grouped[];
  readonly titles: ReadonlyMap<ActivityId, string>;
  readonly onClose: () => void;
}

/** The texts of a theme become options of a ballot. */
export function CarryTheme({ theme, themes, titles, onClose }: CarryThemeProps) {
  const desk = useDesk();
  const ballots = ballotsAt(desk.live);
  const chosen = useSignal<ActivityId | ''>('');
  const into = ballots.find(({ id }) => id === chosen.value) ?? (ballots.length === 1 ? ballots[0] : undefined);
  const grouped = themes.find((other) => other.theme.id === theme.id);
  const items = grouped && into ? missing(desk.live, into.id, votable(grouped)) : [];
  const ready = into !== undefined && items.length > 0 && items.length <= MOST;
  const carry = async () => {
    if (!ready) return;
    const answer = await desk.run('ballot.CarryOver', { activity: into.id, items });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      title={t('order.carry_title', { name: nameOfTheme(theme) })}
      onClose={onClose}
      actions={
        <>
          {items.length > MOST && <span class="aside">{t('desk.carry_most', { max: MOST })}</span>}
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="check" aria-disabled={!ready} onClick={() => void carry()}>
            {t('order.carry', { n: items.length })}
          </Button>
        </>
      }
    >
      {ballots.length === 0 && <p>{t('order.carry_no_ballot')}</p>}
      {ballots.length > 0 && (
        <div class="field">
          <label for="carry-ballot">{t('order.carry_into')}</label>
          <select
            id="carry-ballot"
            class="input"
            value={into?.id ?? ''}
            onChange={(event) => (chosen.value = event.currentTarget.value as ActivityId)}
          >
            {ballots.length > 1 && <option value="">{t('order.carry_into_which')}</option>}
            {ballots.map(({ id }) => (
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

const ballotsAt = (live: Live): ActivityView[] =>
  live.keys('a/').value.flatMap((key) => {
    const activity = live.value<ActivityView>(key).value;
    return activity?.kind === 'ballot' ? [activity] : [];
  });

/** Those that are no option of the ballot, or were withdrawn from it. */
function missing(live: Live, ballot: ActivityId, items: readonly ItemId[]): ItemId[] {
  const options = live.value<OptionsView>(`options/${ballot}`).value?.options ?? [];
  const standing = new Set(options.filter(({ withdrawn }) => !withdrawn).map(({ item }) => item));
  return items.filter((id) => !standing.has(id));
}
