import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readConfig } from '../config.ts';
import { MeetingFile } from '../domain/meeting-file.ts';
import { linkUrl } from '../http/urls.ts';
import { Identity } from '../identity/identity.ts';
import { readKey } from '../identity/key.ts';
import { Secrets } from '../identity/secrets.ts';
import { languageGuesser } from '../live/language.ts';
import { originOfServer } from '../origin.ts';
import { demoMeeting } from '../rehearsal/demo/demo.ts';
import { openStores, openStoresBeside, type Stores } from '../store/sqlite.ts';
import { StoreError } from '../store/store.ts';
import { projectRoot } from '../words.ts';
import { type Command, parseArguments } from './usage.ts';

/** The meeting that has a script for two full days. */
const MEETING = 'sfax-2019';

const Arguments = z.object({
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31)
    .default(2019),
  args: z.tuple([]),
});

/** `demo [--seed N]`: a meeting after two full days, to look at everything with content; its code and links. */
export const demo: Command = async (args, { env, words, out }) => {
  const { seed } = parseArguments(args, { seed: { type: 'string' } }, Arguments);
  const config = readConfig(env);
  // As the server does: what people say is for its own user alone.
  process.umask(0o077);
  const { stores, served } = open(config.data);
  try {
    const file = MeetingFile.parse(
      JSON.parse(readFileSync(join(projectRoot, 'data', 'meetings', MEETING, 'meeting.json'), 'utf8')),
    );
    const made = { store: stores.events, file, seed, guessLanguage: await languageGuesser(), createdAt: Date.now() };
    const { meeting, code } = await demoMeeting(made);
    const links = await new Identity(stores.identity, new Secrets(readKey(config.data))).links(meeting);
    const origin = originOfServer(config, config.port);
    const url = (role: (typeof links)[number]['role']) =>
      linkUrl(origin, role, links.find((link) => link.role === role)?.secret ?? '');
    const lines = [
      words('cli.joinCode', { code }),
      words('cli.facilitator', { url: url('facilitator') }),
      words('cli.screen', { url: url('screen') }),
      words('cli.minutes', { url: url('reader') }),
      ...(served ? [] : [words('cli.demoStart')]),
    ];
    out(`${lines.join('\n')}\n`);
    return 0;
  } finally {
    await stores.close();
  }
};

/** The data folder, made where there is none; beside its server where one has it. */
function open(folder: string): { stores: Stores; served: boolean } {
  try {
    return { stores: openStores(folder), served: false };
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'LOCKED')) throw error;
    return { stores: openStoresBeside(folder, 'write'), served: true };
  }
}
