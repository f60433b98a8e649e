import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { freePort } from '../support/process.ts';

export const root = path.join(import.meta.dirname, '../..');
/** The server as it is shipped; `npm test` builds it first. */
export const SERVER = path.join(root, 'build/server/main.js');

export interface Child {
  readonly process: ChildProcess;
  readonly port: number;
  readonly code: string;
  readonly links: { readonly facilitator: string; readonly screen: string; readonly reader: string };
  /** What it printed. */
  output(): string;
  /** Resolves when it has ended, however. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/** Starts the built server as a process of its own and waits until it has said how to get in. */
export async function startChild(
  data: string,
  options: { args?: string[]; env?: Record<string, string>; command?: string[]; port?: number } = {},
): Promise<Child> {
  const port = options.port ?? (await freePort());
  const [command, ...before] = [...(options.command ?? []), process.execPath];
  const child = spawn(command!, [...before, ...(options.args ?? []), SERVER], {
    cwd: root,
    env: { PATH: process.env.PATH, LANG: 'C', PORT: String(port), HALQA_DATA: data, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += chunk;
  });
  child.stderr.on('data', (chunk) => {
    text += chunk;
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  const deadline = Date.now() + 20_000;
  while (!/\/minutes#/.test(text)) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > deadline)
      throw new Error(`the server did not start:\n${text}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const link = (name: string) => new RegExp(`https?://\\S+/${name}#\\S+`).exec(text)![0];
  return {
    process: child,
    port,
    code: /\b([0-9]{6})\b/.exec(text)![1]!,
    links: { facilitator: link('desk'), screen: link('screen'), reader: link('minutes') },
    output: () => text,
    ended,
  };
}
