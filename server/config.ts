import { accessSync, constants, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { Language } from './domain/text.ts';
import { projectRoot } from './words.ts';

/** A setting that cannot be used. `reason` is a key of the words (`cli.config…`), `values` fill it in. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(
    readonly reason: string,
    readonly values: Readonly<Record<string, string>>,
  ) {
    super(`${reason} ${JSON.stringify(values)}`);
  }
}

export interface Config {
  /** 0 takes any free port, in tests. */
  readonly port: number;
  readonly host: string;
  /** The folder of the database, the key and nothing else. */
  readonly data: string;
  /** The origin that phones use, without a slash at its end; null where nobody has set it. */
  readonly publicUrl: string | null;
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null;
  /** A file for the access log; without it, warnings and errors go to the error stream and nothing else is logged. */
  readonly log: string | null;
}

const optional = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();

const Environment = z.object({
  PORT: optional.pipe(
    z
      .string()
      .regex(/^[0-9]{1,5}$/)
      .transform(Number)
      .pipe(z.int().min(1).max(65_535))
      .optional(),
  ),
  HOST: optional.pipe(
    z
      .string()
      .regex(/^[A-Za-z0-9.:_-]+$/)
      .max(253)
      .optional(),
  ),
  HALQA_DATA: optional,
  HALQA_PUBLIC_URL: optional.pipe(
    z
      .url({ protocol: /^https?$/ })
      .refine(isOrigin)
      .optional(),
  ),
  HALQA_TLS_CERT: optional,
  HALQA_TLS_KEY: optional,
  HALQA_LOG: optional,
});

/**
 * Reads the settings from the environment; an empty variable is as good as none.
 * @throws ConfigError
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new ConfigError(`cli.config${name}`, { value: env[name] ?? '' });
  }
  const { PORT, HOST, HALQA_DATA, HALQA_PUBLIC_URL, HALQA_TLS_CERT, HALQA_TLS_KEY, HALQA_LOG } = parsed.data;
  return {
    port: PORT ?? 8080,
    host: HOST ?? '127.0.0.1',
    data: HALQA_DATA ? resolve(HALQA_DATA) : join(projectRoot, 'data/var'),
    publicUrl: HALQA_PUBLIC_URL ? new URL(HALQA_PUBLIC_URL).origin : null,
    tls: tls(HALQA_TLS_CERT, HALQA_TLS_KEY),
    log: HALQA_LOG ? resolve(HALQA_LOG) : null,
  };
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { pathname, search, hash, username, password } = new URL(value);
  return pathname === '/' && search === '' && hash === '' && username === '' && password === '';
}

function tls(cert: string | undefined, key: string | undefined): Config['tls'] {
  if (!cert && !key) return null;
  if (!cert || !key) throw new ConfigError('cli.configTlsBoth', {});
  return { cert: readable('HALQA_TLS_CERT', cert), key: readable('HALQA_TLS_KEY', key) };
}

function readable(name: string, file: string): Buffer {
  try {
    accessSync(file, constants.R_OK);
    return readFileSync(file);
  } catch {
    throw new ConfigError('cli.configUnreadable', { name, file });
  }
}

/** The language for messages to whoever runs the server: HALQA_LANG, else that of the system, else English. */
export function operatorLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  for (const wanted of [env.HALQA_LANG, env.LC_ALL, env.LC_MESSAGES, env.LANG]) {
    const found = /^(ar|fr|en)\b/i.exec((wanted ?? '').replace('_', '-'))?.[1]?.toLowerCase();
    if (found) return found as Language;
  }
  return 'en';
}
