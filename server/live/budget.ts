/** Frames that one connection may send in a burst, and per second thereafter: a phone that empties its outbox fits in. */
const BURST = 60;
const PER_SECOND = 15;
/** Faulty frames in a row before the connection is dropped; one is forgiven every few seconds. */
const MAX_FAULTS = 20;
const FORGIVEN_PER_SECOND = 0.2;

/** How much one connection may send. Times are milliseconds of any steady clock. */
export class FrameBudget {
  private frames = BURST;
  private faults = 0;

  constructor(private last: number) {}

  /** Takes one frame; false where there were too many. */
  take(now: number): boolean {
    this.refill(now);
    if (this.frames < 1) return false;
    this.frames--;
    return true;
  }

  /** Counts a faulty frame; true where the connection has used up all patience. */
  fault(now: number): boolean {
    this.refill(now);
    this.faults++;
    return this.faults > MAX_FAULTS;
  }

  private refill(now: number): void {
    const seconds = Math.max(0, now - this.last) / 1000;
    this.last = now;
    this.frames = Math.min(BURST, this.frames + seconds * PER_SECOND);
    this.faults = Math.max(0, this.faults - seconds * FORGIVEN_PER_SECOND);
  }
}
