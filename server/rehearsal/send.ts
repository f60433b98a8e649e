import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../words.ts';
import { Delegates } from './delegates.ts';
import type { DelegatesNews, SendDelegates } from './task.ts';

/** What the build makes of worker.ts. */
const FILE = join(projectRoot, 'build/server/rehearsal-delegates.js');
/** Megabytes of objects; three hundred phones in a full room need less than half. */
const MEMORY = 768;
/** Milliseconds in which they have to be gone. */
const PATIENCE = 8000;

/** Delegates in a thread of their own. `report` is told where it fails. */
export const inThread =
  (report: (error: unknown) => void, file = FILE): SendDelegates =>
  (task, tell) => {
    if (!existsSync(file)) throw new Error(`${file} is missing: npm run build makes it`);
    let last: DelegatesNews = { here: 0, written: 0, refused: {}, saved: [], over: false };
    const thread = new Worker(file, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
    thread.unref();
    thread.on('message', (news: DelegatesNews) => {
      last = news;
      tell(news);
    });
    thread.on('error', report);
    const gone = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
    // However it ended, nobody of them is there any more.
    void gone.then(() => {
      if (!last.over) tell({ ...last, saved: [], here: 0, over: true });
    });
    return {
      async leave() {
        thread.postMessage('leave');
        const stuck = setTimeout(() => void thread.terminate(), PATIENCE);
        await gone;
        clearTimeout(stuck);
      },
      async end() {
        await thread.terminate();
      },
    };
  };

/** Delegates in this very thread, where there is nobody to keep waiting. */
export const inProcess: SendDelegates = (task, tell) => new Delegates(task, tell);
