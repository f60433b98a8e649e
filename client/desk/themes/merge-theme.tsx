import { useSignal } from '@preact/signals';
import type { ThemeId, ThemeView } from '../../../server/domain/parts/themes.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';
import type { Grouped } from './grouping.ts';
import { nameOfTheme } from './theme-name.tsx';

export interface MergeThemeProps {
  readonly theme: ThemeView;
  readonly themes: readonly Grouped[];
  readonly onClose: () => void;
}

/** Another theme takes up all the texts of this one. */
export function MergeTheme({ theme, themes, onClose }: MergeThemeProps) {
  const desk = useDesk();
  const others = themes.filter((other) => other.theme.id !== theme.id);
  const into = useSignal<ThemeId>('');
  const target = others.find((other) => other.theme.id === into.value)?.theme;
  const n = themes.find((other) => other.theme.id === theme.id)?.rows.length ?? 0;
  const merge = async () => {
    if (!target) return;
    const answer = await desk.run('themes.Merge', { into: target.id, from: theme.id });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      title={t('order.merge_theme_title', { name: nameOfTheme(theme) })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="merge" aria-disabled={!target} onClick={() => void merge()}>
            {t('order.merge')}
          </Button>
        </>
      }
    >
      <p>{t('order.merge_theme_explain', { n, name: nameOfTheme(theme) })}</p>
      <div class="field">
        <label for="merge-theme">{t('order.merge_into')}</label>
        <select
          id="merge-theme"
          class="input"
          value={into.value}
          onChange={(event) => (into.value = event.currentTarget.value)}
        >
          <option value="">{t('order.put_into_which')}</option>
          {others.map((other) => (
            <option key={other.theme.id} value={other.theme.id}>
              {nameOfTheme(other.theme)}
            </option>
          ))}
        </select>
      </div>
      <DialogFailure />
    </Dialog>
  );
}
