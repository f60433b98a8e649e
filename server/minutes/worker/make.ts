import { foldLog, type ReadLog, readLog } from '../../live/load.ts';
import { openSource } from '../../store/sqlite.ts';
import { exportMinutes, type MadeMinutes } from '../export.ts';
import type { MinutesTask } from './task.ts';

/**
 * Reads the log, closes it, and only then composes and renders: a reader that stays would keep the write-ahead log from
 * being emptied when something is removed for good. `read` is told the number of the last event that was read.
 * @throws Rejection as `exportMinutes`; StoreError, UnreadableEvent.
 */
export async function makeMinutes(task: MinutesTask, read: (seq: number) => void = () => {}): Promise<MadeMinutes> {
  const log = await logOf(task);
  read(log.head.seq);
  const { source: _, meeting: __, ...options } = task;
  const { state, head } = foldLog(log);
  return exportMinutes(state, { ...options, head });
}

async function logOf({ source, meeting }: MinutesTask): Promise<ReadLog> {
  const stores = openSource(source);
  try {
    return await readLog(stores.events, meeting);
  } finally {
    await stores.close();
  }
}
