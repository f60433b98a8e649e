import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { AgendaItemId } from '../domain/ids.ts';
import { Language } from '../domain/text.ts';
import { loadMeeting } from '../live/load.ts';
import { exportMinutes, minutesFormats } from '../minutes/export.ts';
import { openStoresBeside } from '../store/sqlite.ts';
import { meetingWith } from './meeting.ts';
import { type Command, CommandError, parseArguments } from './usage.ts';

const Arguments = z.object({
  format: z.enum(minutesFormats),
  lang: Language,
  out: z.string().min(1),
  item: AgendaItemId.optional(),
  args: z.tuple([z.string()]),
});
const text = { type: 'string' } as const;

/** `minutes CODE --format … --lang … --out FILE|-`: the minutes of a meeting, also while the server runs. */
export const minutes: Command = async (args, { env, words, out, err }) => {
  const options = parseArguments(args, { format: text, lang: text, out: text, item: text }, Arguments);
  const { format, lang, item } = options;
  const stores = openStoresBeside(readConfig(env).data, 'read');
  try {
    const row = await meetingWith(options.args[0], stores.events);
    const { state, head } = await loadMeeting(stores.events, row.id);
    if (item && !state.file?.agenda.some((entry) => entry.id === item)) throw new CommandError('cli.noItem', { item });
    const { body } = exportMinutes(state, { format, lang, head, ...(item ? { item } : {}) });
    if (options.out === '-') out(body);
    else {
      write(options.out, body);
      err(`${words('cli.written', { file: options.out })}\n`);
    }
    return 0;
  } finally {
    await stores.close();
  }
};

function write(file: string, body: string): void {
  try {
    writeFileSync(file, body);
  } catch {
    throw new CommandError('cli.fileUnwritable', { file });
  }
}
