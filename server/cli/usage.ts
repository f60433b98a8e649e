import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { z } from 'zod';
import type { Words } from '../domain/activities/activity.ts';

/** A command that cannot be carried out, with a key of the words for the line that says why. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  constructor(
    readonly reason: string,
    readonly values: Readonly<Record<string, string>> = {},
  ) {
    super(reason);
  }
}

/** What a command works with; `out` and `err` take what is written whole. */
export interface CommandContext {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly words: Words;
  /** @throws CommandError where a file that takes it has no space left. */
  out(content: string | Uint8Array): void;
  err(text: string): void;
}

/** Runs with the arguments after its name; resolves to the exit code. */
export type Command = (args: readonly string[], context: CommandContext) => Promise<number>;

/**
 * Arguments by a schema over {…options, args}.
 * @throws CommandError for an unknown flag, a missing or a wrong value.
 */
export function parseArguments<T extends z.ZodType>(
  args: readonly string[],
  options: NonNullable<ParseArgsConfig['options']>,
  schema: T,
): z.infer<T> {
  const unknown = args.find((arg) => /^--?[^\d\s]/.test(arg) && !Object.hasOwn(options, flagName(arg)));
  if (unknown) throw new CommandError('cli.unknownFlag', { flag: unknown.split('=')[0] ?? unknown });
  let given: { values: Record<string, unknown>; positionals: string[] };
  try {
    given = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch {
    throw new CommandError('cli.wrongArguments');
  }
  const parsed = schema.safeParse({ ...given.values, args: given.positionals });
  if (parsed.success) return parsed.data;
  const name = parsed.error.issues[0]?.path[0];
  if (name === undefined || name === 'args') throw new CommandError('cli.wrongArguments');
  const value = given.values[String(name)];
  throw value === undefined
    ? new CommandError('cli.missingFlag', { flag: `--${String(name)}` })
    : new CommandError('cli.wrongFlag', { flag: `--${String(name)}`, value: String(value) });
}

const flagName = (arg: string): string => arg.replace(/^--?/, '').split('=')[0] ?? '';
