import { type Agent, request as plain } from 'node:http';
import { request as secure } from 'node:https';

/** How to ask our own server something. */
export interface Asking {
  readonly agent: Agent;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, in a POST; without it, a GET. */
  readonly body?: unknown;
}

export interface Answered {
  readonly status: number;
  /** The body, where it is JSON. */
  readonly body: unknown;
  /** `name=value` of each cookie that was set. */
  readonly cookies: readonly string[];
}

const PATIENCE = 30_000;

/** One request to a server of our own, and its answer. @throws Error of the connection. */
export function ask(url: string, { agent, headers = {}, body }: Asking): Promise<Answered> {
  const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
  return new Promise((resolve, reject) => {
    const request = (url.startsWith('https:') ? secure : plain)(
      url,
      {
        agent,
        method: bytes ? 'POST' : 'GET',
        timeout: PATIENCE,
        headers: {
          ...headers,
          ...(bytes ? { 'content-type': 'application/json', 'content-length': bytes.length } : {}),
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const cookies = (response.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';', 1)[0] ?? '');
          resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(chunks)), cookies });
        });
      },
    );
    request.on('timeout', () => request.destroy(new Error(`no answer from ${url}`)));
    request.on('error', reject);
    request.end(bytes);
  });
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}
