/**
 * Tells the other tabs of this browser that whoever it speaks for has changed (the phone has another's hands, the desk
 * goes to a rehearsal), and hears it from them. Those tabs still show what was before, over a connection of theirs.
 */
export class OtherTabs {
  readonly #channel: BroadcastChannel | null;

  constructor(changed: () => void, of: 'person' | 'desk' = 'person') {
    this.#channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(`halqa-${of}`);
    this.#channel?.addEventListener('message', changed);
  }

  tell(): void {
    this.#channel?.postMessage('changed');
  }
}
