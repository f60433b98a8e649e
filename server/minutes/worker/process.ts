import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { Rejection } from '../../domain/rejection.ts';
import type { MadeMinutes } from '../export.ts';
import { MinutesFault, type MinutesNews, type MinutesTask } from './task.ts';

/** Megabytes of JavaScript objects, at the most. */
const OBJECTS = 768;
/** Bytes of any kind that it may go on holding after a document: what sets PDF keeps more than it needs. */
const HELD = 768 * 1024 * 1024;

/** A process that makes minutes, one document at a time. */
export class MinutesProcess {
  private readonly child: ChildProcess;
  private readonly gone: Promise<unknown>;
  private held = 0;

  /** @throws MinutesFault MISSING where the build has not made `file`. */
  constructor(file: string) {
    if (!existsSync(file)) throw new MinutesFault('MISSING', `${file} is missing: npm run build makes it`);
    this.child = fork(file, {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${OBJECTS}`],
      // What goes wrong is told in an answer; a dump could hold what people wrote.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.gone = once(this.child, 'exit').catch(() => {});
    this.child.on('error', () => {});
    // The server's sockets keep it running, not this.
    this.child.unref();
    this.child.channel?.unref();
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null && this.child.connected;
  }

  /** It holds on to more memory than it should. */
  get greedy(): boolean {
    return this.held > HELD;
  }

  /**
   * @param read told the number of the last event that is in the document.
   * @throws Rejection where it cannot be made of this meeting; MinutesFault for a fault, or where the process ends.
   */
  make(task: MinutesTask, read: (seq: number) => void): Promise<MadeMinutes> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        this.child.off('message', heard);
        this.child.off('exit', ended);
        settle();
      };
      const heard = (news: MinutesNews) => {
        if ('read' in news) read(news.read);
        else if ('made' in news) {
          this.held = news.memory;
          done(() => resolve(news.made));
        } else if ('refused' in news) done(() => reject(new Rejection(news.refused.code, news.refused.values)));
        else done(() => reject(faultOf(news.failed)));
      };
      const ended = (code: number | null, signal: string | null) =>
        done(() => reject(new MinutesFault('ENDED', `the process that makes the minutes ended (${signal ?? code})`)));
      this.child.on('message', heard);
      this.child.on('exit', ended);
      this.child.send(task, (error) => error && done(() => reject(error)));
    });
  }

  /** Ends it, whatever it does; resolves when it is gone. */
  async end(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.gone;
  }
}

const faultOf = ({ kind, stack }: { readonly kind: string; readonly stack: string }): MinutesFault =>
  new MinutesFault(kind, 'the minutes could not be made', stack);
