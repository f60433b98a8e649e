import { z } from 'zod';
import { readConfig } from '../config.ts';
import { Rejection } from '../domain/rejection.ts';
import { foldLog, type LoadedMeeting, readLog } from '../live/load.ts';
import { type MinutesAsked, minutesAsked, misfit } from '../minutes/asked.ts';
import { exportMinutes, type MadeMinutes } from '../minutes/export.ts';
import { standBehind } from '../minutes/worker/behind.ts';
import { openStoresBeside } from '../store/sqlite.ts';
import { meetingWith } from './meeting.ts';
import { type Command, CommandError, parseArguments } from './usage.ts';
import { writeWhole } from './write-whole.ts';

const Arguments = z.object({ ...minutesAsked, out: z.string().min(1), args: z.tuple([z.string()]) });
const text = { type: 'string' } as const;
const options = { format: text, lang: text, beside: text, item: text, day: text, out: text };

/** `minutes CODE --format … --lang … --out FILE|-`: the minutes of a meeting, also while the server runs. */
export const minutes: Command = async (args, { env, words, out, err }) => {
  const { out: file, args: given, ...asked } = parseArguments(args, options, Arguments);
  const wrong = misfit(asked);
  if (wrong) throw new CommandError(wrong === 'beside' ? 'cli.besideWhat' : 'cli.itemOrDay');
  standBehind();
  const { body } = await made(asked, await loaded(given[0], readConfig(env).data));
  if (file === '-') out(body);
  else {
    writeWhole(file, body);
    err(`${words('cli.written', { file })}\n`);
  }
  return 0;
};

/** The database is closed again before anything is made of it. */
async function loaded(code: string, folder: string): Promise<LoadedMeeting> {
  const stores = openStoresBeside(folder, 'read');
  try {
    const { id } = await meetingWith(code, stores.events);
    return foldLog(await readLog(stores.events, id));
  } finally {
    await stores.close();
  }
}

async function made(asked: MinutesAsked, { state, head }: LoadedMeeting): Promise<MadeMinutes> {
  try {
    return await exportMinutes(state, { ...asked, head });
  } catch (error) {
    if (!(error instanceof Rejection && error.code === 'NOT_FOUND')) throw error;
    const { item, day } = asked;
    if (item) throw new CommandError('cli.noItem', { item });
    throw day ? new CommandError('cli.noDay', { day }) : error;
  }
}
