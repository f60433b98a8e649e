import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import QRCode from 'qrcode';
import { type Config, operatorLanguage, readConfig } from './config.ts';
import { MeetingFile } from './domain/meeting-file.ts';
import { isLoopback } from './origin.ts';
import { problemLine } from './problems.ts';
import { type RunningServer, startServer } from './server.ts';
import { projectRoot, wordsFor } from './words.ts';

/** The meeting that a new installation begins with. */
const FIRST_MEETING = 'data/meetings/sfax-2019/meeting.json';

// What people say is for the server's own user alone, whatever the folder was made with.
process.umask(0o077);

const words = wordsFor(operatorLanguage(process.env));
let config: Config | undefined;

try {
  config = readConfig(process.env);
  const server = await startServer(config, {
    firstMeeting: () => MeetingFile.parse(JSON.parse(readFileSync(join(projectRoot, FIRST_MEETING), 'utf8'))),
  });
  stopOnSignals(server);
  await announce(server, config);
} catch (error) {
  fail(error);
}

/** Says how to get in: lines that people copy, and scripts read. */
async function announce(server: RunningServer, { host, publicUrl }: Config): Promise<void> {
  const { code, join: url, links } = server.links;
  const qr = await QRCode.toString(url, { type: process.stdout.isTTY ? 'terminal' : 'utf8', small: true });
  const lines = [
    words('cli.joinCode', { code }),
    qr.trimEnd(),
    words('cli.facilitator', { url: links.facilitator }),
    words('cli.screen', { url: links.screen }),
    words('cli.minutes', { url: links.reader }),
    ...(isLoopback(host) && !publicUrl ? [words('cli.phones')] : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function stopOnSignals(server: RunningServer): void {
  const stop = () =>
    void server.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function fail(error: unknown): never {
  const line = problemLine(error, words, config?.data ?? process.env.HALQA_DATA ?? '');
  process.stderr.write(`${line ?? (error instanceof Error ? error.stack : String(error))}\n`);
  process.exit(1);
}
