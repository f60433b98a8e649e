import type { ScreenNumber } from '../../../server/domain/commands.ts';
import { t } from '../../lib/words.ts';
import { useDesk } from '../desk.ts';
import { screenOf } from './screens.ts';

/** Which of the screens is meant: by preview, buttons and keys alike. */
export function Which({ among }: { among: readonly ScreenNumber[] }) {
  const desk = useDesk();
  return (
    <fieldset class="seg which">
      <legend class="sr">{t('desk.screen_which')}</legend>
      {among.map((n) => {
        const { blank, frozen } = screenOf(desk.live, n);
        return (
          <button key={n} type="button" aria-pressed={desk.screen.value === n} onClick={() => (desk.screen.value = n)}>
            {t('desk.screen_n', { n })}
            {blank && <small> {t('desk.screen_is_blank')}</small>}
            {frozen && !blank && <small> {t('desk.screen_is_frozen')}</small>}
          </button>
        );
      })}
    </fieldset>
  );
}
