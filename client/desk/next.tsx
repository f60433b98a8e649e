import { useSignal } from '@preact/signals';
import type { AgendaItemId } from '../../server/domain/ids.ts';
import type { AgendaView } from '../../server/domain/view.ts';
import { localized, t } from '../lib/words.ts';
import { Icon } from '../ui/icon.tsx';
import type { Arming } from './arming.ts';
import { useDesk } from './desk.ts';
import { nextItem } from './plan.ts';

/** Goes to the next item: the desk's one saffron thing. A clicker's first press only arms it, and it shows. */
export function Next({ agenda, arming }: { agenda: AgendaView; arming: Arming<AgendaItemId> }) {
  const desk = useDesk();
  const busy = useSignal(false);
  const next = nextItem(agenda);
  const armed = next !== undefined && arming.armed.value === next.id;
  const title = next ? localized(next.title) : '';
  const open = async () => {
    if (!next || busy.value) return;
    busy.value = true;
    arming.disarm();
    await goTo(desk, next.id);
    busy.value = false;
  };
  return (
    <div class="nextbox">
      <button
        type="button"
        class={armed ? 'nextbtn armed' : 'nextbtn'}
        aria-disabled={!next || busy.value}
        onClick={(event) => {
          // Pressed with the pointer it gives the focus away: Space, which clickers send too, must not press it again.
          if (event.detail > 0) event.currentTarget.blur();
          void open();
        }}
      >
        <span>
          <b>{t(agenda.current === null ? 'desk.start' : 'desk.next')}</b>
          {next
            ? armed
              ? t('desk.next_armed', { title })
              : t('desk.next_item', { title, minutes: lengthOf(next) })
            : t('desk.next_end')}
        </span>
        <Icon name="next" />
      </button>
      <p class="keys">
        <kbd>PgDn</kbd> {t('desk.keys_next')}
        <span aria-hidden="true"> · </span>
        <kbd>B</kbd> {t('desk.keys_blank')}
        <span aria-hidden="true"> · </span>
        <kbd>F</kbd> {t('desk.keys_freeze')}
      </p>
      <p class="sr" role="status">
        {armed ? t('desk.next_armed', { title }) : ''}
      </p>
    </div>
  );
}

const lengthOf = ({ type, minutes }: AgendaView['items'][number]): string =>
  type === 'overnight' ? t('desk.overnight') : t('desk.minutes', { n: minutes });

/** Opens an agenda item, and shows it. */
export async function goTo(desk: ReturnType<typeof useDesk>, item: AgendaItemId): Promise<void> {
  const answer = await desk.run('core.StartItem', { item });
  if (!answer.ok) return;
  desk.viewed.value = null;
  desk.chosen.value = null;
  desk.view.value = null;
}
