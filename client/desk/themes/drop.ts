import { useSignal } from '@preact/signals';
import type { ItemId } from '../../../server/domain/ids.ts';
import type { Choosing } from './choosing.ts';

/** Lets texts be dropped on an element; `over` while they are above it. */
export function useDrop(choosing: Choosing, drop: (items: readonly ItemId[]) => void) {
  const over = useSignal(false);
  const carries = () => choosing.carried.peek().length > 0;
  return {
    over: over.value && choosing.carried.value.length > 0,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!carries()) return;
        event.preventDefault();
        over.value = true;
      },
      onDragLeave: (event: DragEvent) => {
        // Over something inside it: it is still there.
        const { currentTarget, relatedTarget } = event;
        if (currentTarget instanceof Element && relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
          return;
        over.value = false;
      },
      onDrop: (event: DragEvent) => {
        if (!carries()) return;
        event.preventDefault();
        over.value = false;
        drop(choosing.carried.peek());
      },
    },
  };
}
