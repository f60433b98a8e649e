import { useSignal } from '@preact/signals';
import type { AgendaItemId } from '../../../server/domain/ids.ts';
import type { AgendaView } from '../../../server/domain/view.ts';
import { dropOn, type Place, samePlace } from './places.ts';

type Item = AgendaView['items'][number];

export interface RowDrag {
  readonly dragged: boolean;
  /** Where a line shows that what is dragged would come to. */
  readonly line: 'upper' | 'lower' | null;
  readonly start: (event: DragEvent) => void;
  readonly over: (event: DragEvent) => void;
  readonly drop: (event: DragEvent) => void;
  readonly end: () => void;
}

/** Dragging rows with a pointer; the buttons do the same. */
export function useDrag(agenda: AgendaView, onDrop: (item: Item, place: Place) => void) {
  const dragged = useSignal<AgendaItemId | null>(null);
  const target = useSignal<{ id: AgendaItemId; half: 'upper' | 'lower'; place: Place } | null>(null);
  const item = agenda.items.find(({ id }) => id === dragged.value);
  const end = () => {
    dragged.value = null;
    target.value = null;
  };
  const of = (row: Item): RowDrag => ({
    dragged: row.id === dragged.value,
    line: target.value?.id === row.id ? target.value.half : null,
    start: (event) => {
      event.dataTransfer?.setData('text/plain', row.id);
      dragged.value = row.id;
    },
    over: (event) => {
      if (!item) return;
      const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
      const half = event.clientY < box.top + box.height / 2 ? 'upper' : 'lower';
      const place = dropOn(agenda, item, row, half);
      if (place) event.preventDefault();
      const before = target.value;
      if (before?.id === row.id && place && samePlace(before.place, place) && before.half === half) return;
      target.value = place && { id: row.id, half, place };
    },
    drop: (event) => {
      event.preventDefault();
      if (item && target.value) onDrop(item, target.value.place);
      end();
    },
    end,
  });
  return { of };
}
