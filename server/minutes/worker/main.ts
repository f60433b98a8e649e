import { standBehind } from './behind.ts';
import { makeMinutes } from './make.ts';
import { failureOf, type MinutesNews, type MinutesTask } from './task.ts';

/*
 * The process that makes the minutes for the server, one document at a time. It is no thread: what renders PDF is not
 * JavaScript, and a thread cannot be ended while it is at work, nor fail alone.
 */

standBehind();
process.umask(0o077);
// Ctrl-C reaches all processes of a terminal; the server says when it is over.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
process.on('disconnect', () => process.exit());

const tell = (news: MinutesNews): void => void process.send?.(news);

process.on('message', (task: MinutesTask) => {
  makeMinutes(task, (seq) => tell({ read: seq })).then(
    (made) => tell({ made, memory: process.memoryUsage.rss() }),
    (error) => tell(failureOf(error)),
  );
});
