import { useSignal } from '@preact/signals';
import type { ItemId } from '../../../server/domain/ids.ts';
import type { ThemeId, ThemeView } from '../../../server/domain/parts/themes.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import type { Choosing } from './choosing.ts';
import type { Grouped } from './grouping.ts';
import { nameOfTheme } from './theme-name.tsx';

export interface SelectionProps {
  readonly chosen: readonly ItemId[];
  readonly homes: ReadonlyMap<ItemId, ThemeView>;
  readonly themes: readonly Grouped[];
  readonly choosing: Choosing;
  readonly onNew: () => void;
}

/** What is chosen and where it may go, without dragging: always at the same place, under both lists. */
export function Selection({ chosen, homes, themes, choosing, onNew }: SelectionProps) {
  const into = useSignal<ThemeId | ''>('');
  const target = themes.find(({ theme }) => theme.id === into.value)?.theme;
  const n = chosen.length;
  return (
    <fieldset class="themes-selection">
      <legend class="sr">{t('order.selection')}</legend>
      <p role="status">{t('order.selected', { n })}</p>
      {n > 0 && (
        <>
          {themes.length > 0 && (
            <span class="into">
              <label class="sr" for="theme-into">
                {t('order.put_into')}
              </label>
              <select
                id="theme-into"
                class="input"
                value={into.value}
                onChange={(event) => (into.value = event.currentTarget.value)}
              >
                <option value="">{t('order.put_into_which')}</option>
                {themes.map(({ theme }) => (
                  <option key={theme.id} value={theme.id}>
                    {nameOfTheme(theme)}
                  </option>
                ))}
              </select>
              <Button
                look="act"
                aria-disabled={!target}
                onClick={() => target && void choosing.put(chosen, target.id, homes)}
              >
                {t('order.put')}
              </Button>
            </span>
          )}
          <Button icon="plus" onClick={onNew}>
            {t('order.theme_of_chosen')}
          </Button>
          {chosen.some((id) => homes.has(id)) && (
            <Button icon="back" onClick={() => void choosing.put(chosen, null, homes)}>
              {t('order.take_out')}
            </Button>
          )}
          <Button look="quiet" icon="close" onClick={() => choosing.clear()}>
            {t('order.choose_none')}
          </Button>
        </>
      )}
    </fieldset>
  );
}
