import { setTimeout as wait } from 'node:timers/promises';
import { Rejection } from '../../domain/rejection.ts';
import type { MadeMinutes } from '../export.ts';
import { MinutesProcess } from './process.ts';
import { MinutesFault, type MinutesTask } from './task.ts';

export interface LaneOptions {
  /** What the process runs. */
  readonly file: string;
  /** Milliseconds for one document; then the process is taken to be stuck. */
  readonly limit: number;
  /** Milliseconds without work until the process is ended. */
  readonly quiet: number;
  /** Documents that wait, at the most. */
  readonly most: number;
  /** Told of a fault of ours. */
  report(error: unknown): void;
}

export interface Wanted {
  /** The same for the same document of the same meeting. */
  readonly key: string;
  /** The number of the last event that it must have. */
  readonly seq: number;
  /** What to do, asked for when its turn has come. */
  task(): Promise<MinutesTask>;
  /** Whoever asked has gone. */
  readonly signal?: AbortSignal | undefined;
}

interface Job {
  readonly key: string;
  readonly task: Wanted['task'];
  /** The number of an event that is in the document, or will be. */
  seq: number;
  readonly waiting: Set<Waiter>;
}

interface Waiter {
  resolve(made: MadeMinutes): void;
  reject(error: unknown): void;
}

/**
 * Documents one after the other, in a process that is started when it is first needed. Whoever asks for what is already
 * waiting, or being made of a log that has all they know of, shares it.
 */
export class Lane {
  private readonly queue: Job[] = [];
  private running: Job | null = null;
  private process: MinutesProcess | null = null;
  private ending: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly options: LaneOptions) {}

  /** The process at work or at rest, for whoever looks after it. */
  get pid(): number | undefined {
    return this.process?.pid;
  }

  /**
   * @throws Rejection EXPORT_BUSY where too many wait; EXPORT_FAILED for a fault, a process that ends or does not end;
   * UNAVAILABLE where the server is closing; what the composer refuses.
   */
  ask({ key, seq, task, signal }: Wanted): Promise<MadeMinutes> {
    if (this.closed || signal?.aborted) return Promise.reject(new Rejection('UNAVAILABLE'));
    const job = this.shared(key, seq) ?? this.queued({ key, seq, task, waiting: new Set() });
    if (!job) return Promise.reject(new Rejection('EXPORT_BUSY'));
    const answer = new Promise<MadeMinutes>((resolve, reject) => {
      const waiter = { resolve, reject };
      job.waiting.add(waiter);
      signal?.addEventListener('abort', () => this.leave(job, waiter), { once: true });
    });
    if (!this.running) void this.run();
    return answer;
  }

  /** Ends what is being made and refuses what waits. */
  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.queue.splice(0)) refuse(job, new Rejection('UNAVAILABLE'));
    await this.endProcess();
  }

  private shared(key: string, seq: number): Job | undefined {
    const found = this.queue.find((job) => job.key === key);
    // Its log is read when its turn comes.
    if (found) found.seq = Math.max(found.seq, seq);
    const { running } = this;
    return found ?? (running?.key === key && running.seq >= seq ? running : undefined);
  }

  private queued(job: Job): Job | null {
    if (this.queue.length >= this.options.most) return null;
    this.queue.push(job);
    return job;
  }

  private leave(job: Job, waiter: Waiter): void {
    if (!job.waiting.delete(waiter)) return;
    waiter.reject(new Rejection('UNAVAILABLE'));
    const place = this.queue.indexOf(job);
    if (job.waiting.size === 0 && place >= 0) this.queue.splice(place, 1);
  }

  private async run(): Promise<void> {
    clearTimeout(this.ending);
    for (let job = this.queue.shift(); job; job = this.queue.shift()) {
      this.running = job;
      const settle = await this.outcome(job);
      this.running = null;
      for (const waiter of job.waiting) settle(waiter);
    }
    if (this.process) this.ending = setTimeout(() => void this.endProcess(), this.options.quiet).unref();
  }

  private async outcome(job: Job): Promise<(waiter: Waiter) => void> {
    try {
      const made = await this.make(job);
      if (this.process?.greedy) void this.endProcess();
      return (waiter) => waiter.resolve(made);
    } catch (error) {
      if (error instanceof Rejection) return (waiter) => waiter.reject(error);
      // After a fault, nobody knows in what state it is.
      void this.endProcess();
      if (this.closed) return (waiter) => waiter.reject(new Rejection('UNAVAILABLE'));
      this.options.report(error);
      return (waiter) => waiter.reject(new Rejection('EXPORT_FAILED'));
    }
  }

  private async make(job: Job): Promise<MadeMinutes> {
    const task = await job.task();
    if (this.closed) throw new Rejection('UNAVAILABLE');
    if (!this.process?.alive) this.process = new MinutesProcess(this.options.file);
    const late = new AbortController();
    try {
      return await Promise.race([
        this.process.make(task, (seq) => {
          job.seq = Math.max(job.seq, seq);
        }),
        wait(this.options.limit, undefined, { signal: late.signal, ref: false }).then(() => {
          throw new MinutesFault('STUCK', `no ${task.format} after ${this.options.limit} ms`);
        }),
      ]);
    } finally {
      late.abort();
    }
  }

  private async endProcess(): Promise<void> {
    clearTimeout(this.ending);
    const { process } = this;
    this.process = null;
    await process?.end();
  }
}

function refuse(job: Job, error: Rejection): void {
  for (const waiter of job.waiting) waiter.reject(error);
}
