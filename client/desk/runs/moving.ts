import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { AgendaItemId } from '../../../server/domain/ids.ts';
import type { AgendaView } from '../../../server/domain/view.ts';
import { formatDay, localized, t } from '../../lib/words.ts';

/**
 * Keeps the focus on the button that moved a row, which goes elsewhere with its row, and says where the row came to.
 */
export function useMoving(agenda: AgendaView) {
  const moved = useRef<AgendaItemId | null>(null);
  const focused = useRef<string | null>(null);
  const said = useSignal('');
  useEffect(() => {
    const item = agenda.items.find(({ id }) => id === moved.current);
    if (!item) return;
    moved.current = null;
    said.value = t('desk.runs_moved', { title: localized(item.title), day: formatDay(item.date), time: item.start });
    if (focused.current) document.getElementById(focused.current)?.focus();
    document.getElementById(`plan-${item.id}`)?.scrollIntoView({ block: 'nearest' });
  }, [agenda]);
  return {
    said: said.value,
    begin: (id: AgendaItemId) => {
      moved.current = id;
      focused.current = document.activeElement?.id || null;
    },
    end: () => {
      moved.current = null;
    },
  };
}
