import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A program of the build as a process of its own; `npm test` builds it first. */
export class Program {
  out = '';
  err = '';
  private readonly ended: Promise<Ended>;

  constructor(
    readonly child: ChildProcess,
    status: Promise<number | null>,
  ) {
    child.stdout?.on('data', (chunk) => {
      this.out += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      this.err += chunk;
    });
    this.ended = status.then((code) => ({ status: code, out: this.out, err: this.err }));
  }

  end(): Promise<Ended> {
    return this.ended;
  }

  /** Resolves once the output matches; throws with all of it where the program ends before. */
  async says(pattern: RegExp): Promise<RegExpMatchArray> {
    for (;;) {
      const found = this.out.match(pattern);
      if (found) return found;
      if (this.child.exitCode !== null) throw new Error(`ended without ${pattern}:\n${this.out}${this.err}`);
      await Promise.race([once(this.child.stdout!, 'data'), this.ended]);
    }
  }
}

/** Starts `build/server/<name>.js`; only PATH is passed on of this process's settings. */
export function program(name: 'main' | 'cli', env: Record<string, string> = {}, args: string[] = []): Program {
  return command(process.execPath, [path.join(root, `build/server/${name}.js`), ...args], env);
}

export function command(file: string, args: string[], env: Record<string, string> = {}): Program {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(file, args, { cwd: root, env: { PATH, HOME, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Program(
    child,
    once(child, 'close').then(([code]) => code as number | null),
  );
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
