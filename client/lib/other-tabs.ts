/**
 * Tells the other tabs of this browser that the phone has changed hands, and hears it from them. Those tabs still show
 * the person before, over a connection of theirs.
 */
export class OtherTabs {
  readonly #channel: BroadcastChannel | null;

  constructor(changed: () => void) {
    this.#channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('halqa-person');
    this.#channel?.addEventListener('message', changed);
  }

  tell(): void {
    this.#channel?.postMessage('changed');
  }
}
