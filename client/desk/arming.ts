import { type ReadonlySignal, signal } from '@preact/signals';

/** How long a first press of the clicker waits for the second, in milliseconds. */
export const ARMED_FOR = 3000;

/**
 * A clicker goes off in a pocket: the first press arms, a second one within three seconds fires. What it armed is what
 * it fires; if that has changed in between, the press arms anew.
 */
export class Arming<T extends string> {
  readonly #armed = signal<T | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What a second press would fire. */
  get armed(): ReadonlySignal<T | null> {
    return this.#armed;
  }

  /** @returns true where this press fires. */
  press(target: T): boolean {
    clearTimeout(this.#timer);
    if (this.#armed.value === target) {
      this.#armed.value = null;
      return true;
    }
    this.#armed.value = target;
    this.#timer = setTimeout(() => this.disarm(), ARMED_FOR);
    return false;
  }

  disarm(): void {
    clearTimeout(this.#timer);
    this.#armed.value = null;
  }
}
