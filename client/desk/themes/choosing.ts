import { signal } from '@preact/signals';
import type { ItemId } from '../../../server/domain/ids.ts';
import type { ThemeId, ThemeView } from '../../../server/domain/parts/themes.ts';
import type { Desk } from '../desk.ts';
import { dragged, moves } from './grouping.ts';

/** The texts that are chosen or carried by the pointer, and where they are put. */
export class Choosing {
  readonly chosen = signal<ReadonlySet<ItemId>>(new Set());
  /** What the pointer carries; empty while nothing is dragged. */
  readonly carried = signal<readonly ItemId[]>([]);
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  toggle(id: ItemId): void {
    const next = new Set(this.chosen.value);
    if (!next.delete(id)) next.add(id);
    this.chosen.value = next;
  }

  choose(ids: readonly ItemId[]): void {
    this.chosen.value = new Set(ids);
  }

  clear(): void {
    this.chosen.value = new Set();
  }

  /** Begins to carry a text; the browser asks for data before it lets go of anything. */
  carry(id: ItemId, event: DragEvent): void {
    event.dataTransfer?.setData('text/plain', id);
    if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
    this.carried.value = dragged(id, this.chosen.value);
  }

  letGo(): void {
    this.carried.value = [];
  }

  /** Puts texts into a theme, or out of every theme; what is there already stays. Nothing remains chosen. */
  async put(items: readonly ItemId[], theme: ThemeId | null, homes: ReadonlyMap<ItemId, ThemeView>): Promise<void> {
    const moved = moves(items, theme, homes);
    this.letGo();
    if (moved.length > 0 && !(await this.#desk.run('themes.Put', { theme, items: moved })).ok) return;
    this.clear();
  }
}
