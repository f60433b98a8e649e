import { openSync } from 'node:fs';
import type { RequestHandler } from 'express';
import { type Logger, pino } from 'pino';
import { ConfigError } from '../config.ts';

/** Errors are logged by kind and place; their messages may quote what somebody wrote. */
const serializers = {
  err: (error: unknown) =>
    error instanceof Error
      ? { name: error.name, code: (error as { code?: unknown }).code, stack: frames(error) }
      : { name: typeof error },
};

const frames = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 8);

/**
 * The log: no names, texts, codes, secrets or addresses. To a file (everything), or the error stream (what is wrong).
 * @throws ConfigError where the file cannot be written to.
 */
export function createLog(file: string | null): Logger {
  const destination = pino.destination({ dest: file === null ? 2 : opened(file), sync: true });
  return pino({ level: file ? 'info' : 'warn', base: undefined, serializers }, destination);
}

/** A log that keeps nothing, for tests and commands. */
export const silentLog = (): Logger => pino({ level: 'silent' });

/** One line a request: method, the route's pattern (never the path, which may hold a code), status, milliseconds. */
export const accessLog =
  (log: Logger): RequestHandler =>
  (request, response, next) => {
    const started = performance.now();
    response.on('finish', () => {
      const route = (request.route as { path?: unknown } | undefined)?.path;
      const ms = Math.round(performance.now() - started);
      log.info({
        method: request.method,
        route: `${request.baseUrl}${String(route ?? '-')}`,
        status: response.statusCode,
        ms,
      });
    });
    next();
  };

function opened(file: string): number {
  try {
    return openSync(file, 'a', 0o600);
  } catch {
    throw new ConfigError('cli.configLog', { file });
  }
}
