/** A clock that goes on when it is told to, and what is due on the way: the same run gives the same times. */
export class SimulatedClock {
  private waiting: Due[] = [];
  private count = 0;

  constructor(private at: number) {}

  /** Milliseconds since 1970, UTC. */
  now(): number {
    return this.at;
  }

  /** Does something at a moment; in the past, as soon as the clock goes on. What was planned first comes first. */
  plan(at: number, act: () => Promise<void> | void): () => void {
    const due: Due = { at: Math.round(at), order: this.count++, act };
    this.insert(due);
    return () => {
      this.waiting = this.waiting.filter((other) => other !== due);
    };
  }

  after(ms: number, act: () => Promise<void> | void): () => void {
    return this.plan(this.at + ms, act);
  }

  /** Goes on to a moment, doing all that is due until then, one after the other. */
  async until(at: number): Promise<void> {
    for (let next = this.waiting[0]; next && next.at <= at; next = this.waiting[0]) {
      this.waiting.shift();
      this.at = Math.max(this.at, next.at);
      await next.act();
    }
    this.at = Math.max(this.at, at);
  }

  private insert(due: Due): void {
    let low = 0;
    let high = this.waiting.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.waiting[middle] as Due;
      if (other.at < due.at || (other.at === due.at && other.order < due.order)) low = middle + 1;
      else high = middle;
    }
    this.waiting.splice(low, 0, due);
  }
}

interface Due {
  readonly at: number;
  readonly order: number;
  readonly act: () => Promise<void> | void;
}

/** The moment of a time of day in a zone: milliseconds since 1970, UTC. */
export function momentOf(date: string, time: string, timeZone: string): number {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  const there = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
    hourCycle: 'h23',
  })
    .format(asUtc)
    .replace(', ', 'T');
  return asUtc - (Date.parse(`${there}Z`) - asUtc);
}
