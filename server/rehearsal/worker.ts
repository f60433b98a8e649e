import { parentPort, workerData } from 'node:worker_threads';
import { Delegates } from './delegates.ts';
import type { DelegatesTask } from './task.ts';

/* The thread in which the delegates of a rehearsal are: the server does not wait for them. */

const delegates = new Delegates(workerData as DelegatesTask, (news) => parentPort?.postMessage(news));
parentPort?.on('message', () => void delegates.leave());
void delegates.whenOver().then(() => parentPort?.close());
