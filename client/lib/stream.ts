import type { PatchFrame, SnapshotFrame } from '../../server/domain/protocol.ts';
import type { ViewStore } from './view-store.ts';

/**
 * Keeps a view in step with the server's numbered stream. Its place (epoch and number) is in memory alone: a reload
 * takes a snapshot.
 */
export class Stream {
  #epoch: string | null = null;
  #seq = 0;
  readonly #store: ViewStore;

  constructor(store: ViewStore) {
    this.#store = store;
  }

  /** Where the view stands, as a join tells it. */
  get place(): { readonly last: number; readonly epoch: string | null } {
    return { last: this.#seq, epoch: this.#epoch };
  }

  snapshot(frame: SnapshotFrame): void {
    this.#store.replace(frame.entries);
    this.#epoch = frame.epoch;
    this.#seq = frame.seq;
  }

  /** Applies a patch. False where it does not follow the number that the view stands at: join again. */
  patch(frame: PatchFrame): boolean {
    if (frame.from !== this.#seq) return false;
    this.#store.apply(frame.entries);
    this.#seq = frame.to;
    return true;
  }

  /** Whether the view stands where the answer to a join says. */
  agrees(answer: { readonly epoch: string; readonly seq: number }): boolean {
    return answer.epoch === this.#epoch && answer.seq === this.#seq;
  }

  /** Forgets its place, so that the next join brings a snapshot. What is shown stays until then. */
  restart(): void {
    this.#epoch = null;
    this.#seq = 0;
  }
}
