import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { MeetingFile } from '../domain/meeting-file.ts';
import { lineOf } from './json-lines.ts';
import { type Command, CommandError, parseArguments } from './usage.ts';

const Arguments = z.object({ args: z.tuple([z.string()]) });

/** `check FILE`: what is wrong in a meeting file, one problem a line, with line and path. */
export const check: Command = async (args, { words, out, err }) => {
  const [file] = parseArguments(args, {}, Arguments).args;
  const text = read(file);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    err(`${words('cli.checkNotJson', { file, detail: (error as Error).message })}\n`);
    return 1;
  }
  const parsed = MeetingFile.safeParse(value);
  if (parsed.success) {
    const { agenda, activities, organisations } = parsed.data;
    const counts = { agenda: agenda.length, activities: activities.length, organisations: organisations.length };
    out(`${words('cli.checkOk', { file, ...counts })}\n`);
    return 0;
  }
  for (const { path, message } of parsed.error.issues)
    err(`${file}:${lineOf(text, path)}: ${z.core.toDotPath(path) || words('cli.checkWhole')}: ${message}\n`);
  err(`${words('cli.checkProblems', { n: parsed.error.issues.length })}\n`);
  return 1;
};

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CommandError('cli.fileUnreadable', { file });
  }
}
