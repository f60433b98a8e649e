import { operatorLanguage, readConfig } from '../config.ts';
import { problemLine } from '../problems.ts';
import { wordsFor } from '../words.ts';
import { check } from './check.ts';
import { demo } from './demo.ts';
import { links } from './links.ts';
import { minutes } from './minutes.ts';
import { writeOut } from './output.ts';
import { rehearse } from './rehearse.ts';
import { type Command, type CommandContext, CommandError } from './usage.ts';

const help: Command = async (_args, { words, out }) => {
  out(`${words('cli.help')}\n`);
  return 0;
};

const commands: Readonly<Record<string, Command>> = { check, minutes, links, demo, rehearse, help };

const words = wordsFor(operatorLanguage(process.env));
const context: CommandContext = {
  env: process.env,
  words,
  out: writeOut,
  err: (text) => void process.stderr.write(text),
};

async function run([name = 'help', ...args]: readonly string[]): Promise<number> {
  const wanted = name === '--help' || name === '-h' || args.includes('--help') ? 'help' : name;
  try {
    const command = Object.hasOwn(commands, wanted) ? commands[wanted] : undefined;
    if (!command) throw new CommandError('cli.unknownCommand', { command: name });
    return await command(args, context);
  } catch (error) {
    context.err(`${lineOf(error)}\n`);
    return 1;
  }
}

function lineOf(error: unknown): string {
  if (error instanceof CommandError) return words(error.reason, error.values);
  return (
    problemLine(error, words, folder()) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))
  );
}

function folder(): string {
  try {
    return readConfig(process.env).data;
  } catch {
    return '';
  }
}

// Not process.exit(): a pipe may not have taken everything yet.
process.exitCode = await run(process.argv.slice(2));
