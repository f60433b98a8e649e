import type { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type Config, readConfig } from '../config.ts';
import type { Words } from '../domain/activities/activity.ts';
import {
  MAX_DELEGATES,
  MAX_REHEARSAL_MINUTES,
  RehearsalAnswer,
  type RehearsalRequest,
  type RehearsalView,
  RejectionFrame,
} from '../domain/protocol.ts';
import { rejectionCodes } from '../domain/rejection.ts';
import { Identity } from '../identity/identity.ts';
import { readKey } from '../identity/key.ts';
import { Secrets } from '../identity/secrets.ts';
import { originOfServer } from '../origin.ts';
import { type Answered, ask } from '../rehearsal/ask.ts';
import { agentFor, type OwnAddress, ownAddress } from '../rehearsal/own-address.ts';
import { openStoresBeside } from '../store/sqlite.ts';
import { meetingWith } from './meeting.ts';
import { type Command, type CommandContext, CommandError, parseArguments } from './usage.ts';

const number = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const Arguments = z.object({
  delegates: number(1, MAX_DELEGATES).default(60),
  minutes: number(1, MAX_REHEARSAL_MINUTES).default(3),
  lead: z.boolean().default(false),
  args: z.tuple([z.string()]),
});
const options = { delegates: { type: 'string' }, minutes: { type: 'string' }, lead: { type: 'boolean' } } as const;

/** Milliseconds between looks at how it goes, and the looks for one line. */
const LOOK = 1000;
const LOOKS_A_LINE = 5;

/** `rehearse CODE …`: a rehearsal in the running server, as from the desk; it ends when the delegates have left. */
export const rehearse: Command = async (args, context) => {
  const {
    args: [code],
    ...request
  } = parseArguments(args, options, Arguments);
  const config = readConfig(context.env);
  const secret = await facilitatorSecret(config, code);
  const address = ownAddress(config, config.port);
  const agent = agentFor(address, { keepAlive: true });
  const interrupted = new AbortController();
  const interrupt = () => interrupted.abort();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    const desk = await Desk.enter(address, agent, secret);
    return await run(desk, request, originOfServer(config, config.port), context, interrupted.signal);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    agent.destroy();
  }
};

async function run(
  desk: Desk,
  request: RehearsalRequest,
  /** Where others reach the server: the links are for them. */
  origin: string,
  context: CommandContext,
  signal: AbortSignal,
): Promise<number> {
  const { words, out } = context;
  const line = (name: string, values: Parameters<Words>[1]) => out(`${words(`cli.${name}`, values)}\n`);
  const begun = await desk.begin(request, words);
  line('joinCode', { code: begun.code });
  const url = (link: string) => link.replace(desk.origin, origin);
  line('facilitator', { url: url(begun.links.facilitator) });
  line('screen', { url: url(begun.links.screen) });
  line('minutes', { url: url(begun.links.reader) });
  line('rehearsing', { delegates: request.delegates, minutes: request.minutes });
  for (let look = 1; !signal.aborted; look++) {
    await wait(LOOK, undefined, { signal }).catch(() => {});
    if (signal.aborted) break;
    const now = await desk.look();
    // Ended, or another one begun, at the desk.
    if (now?.id !== begun.id) {
      line('rehearsalGone', {});
      return 0;
    }
    if (!now.running) break;
    if (look % LOOKS_A_LINE === 0) line('rehearsalNow', figures(now));
  }
  const last = await desk.end();
  if (!last) {
    line('rehearsalGone', {});
    return 0;
  }
  for (const [refused, n] of Object.entries(last.refused)) {
    const known = (rejectionCodes as readonly string[]).includes(refused);
    line('rehearsalRefused', {
      n,
      code: refused,
      why: known ? words(`rejections.${refused}`, { max: '…', seconds: 0 }) : '',
    });
  }
  line('rehearsalSums', figures(last));
  return last.lost === 0 ? 0 : 1;
}

const figures = ({ here, delegates, written, refused, lost }: RehearsalView) => ({
  here,
  delegates,
  written,
  refused: Object.values(refused).reduce((sum, n) => sum + n, 0),
  lost,
});

/** The desk of the meeting in the running server, over HTTP. */
class Desk {
  private constructor(
    readonly origin: string,
    private readonly agent: Agent,
    private readonly cookie: string,
  ) {}

  /** @throws CommandError where no server answers, or it is one of another data folder. */
  static async enter({ origin }: OwnAddress, agent: Agent, secret: string): Promise<Desk> {
    const { status, cookies } = await asked(origin, '/api/link', agent, { body: { secret } }, 'cli.noServer');
    if (status === 404 || cookies[0] === undefined) throw new CommandError('cli.otherServer', { url: origin });
    return new Desk(origin, agent, cookies[0]);
  }

  async begin(request: RehearsalRequest, words: Words): Promise<RehearsalView> {
    const { status, body } = await this.ask('/api/rehearsals', request);
    const begun = RehearsalAnswer.safeParse(body).data?.rehearsal;
    if (status === 200 && begun) return begun;
    const refusal = z.object({ rejection: RejectionFrame }).safeParse(body).data?.rejection;
    const { code, values } = refusal ?? { code: 'UNAVAILABLE' as const };
    if (code === 'REHEARSAL_RUNNING') throw new CommandError('cli.rehearsalRunning');
    throw new CommandError('cli.rehearsalRefused', { n: '', code, why: words(`rejections.${code}`, values) });
  }

  async look(): Promise<RehearsalView | null> {
    return this.standing(await this.ask('/api/rehearsals'));
  }

  async end(): Promise<RehearsalView | null> {
    return this.standing(await this.ask('/api/rehearsals/end', {}));
  }

  private standing({ body }: Answered): RehearsalView | null {
    return RehearsalAnswer.safeParse(body).data?.rehearsal ?? null;
  }

  private ask(path: string, body?: unknown): Promise<Answered> {
    const headers = { cookie: this.cookie };
    return asked(this.origin, path, this.agent, { headers, ...(body === undefined ? {} : { body }) }, 'cli.serverGone');
  }
}

async function asked(
  origin: string,
  path: string,
  agent: Agent,
  more: { headers?: Record<string, string>; body?: unknown },
  failing: string,
): Promise<Answered> {
  try {
    return await ask(origin + path, { agent, ...more });
  } catch {
    throw new CommandError(failing, { url: origin });
  }
}

/** The secret of the meeting's facilitator link. @throws CommandError, StoreError, KeyError */
async function facilitatorSecret(config: Config, code: string): Promise<string> {
  const stores = openStoresBeside(config.data, 'write');
  try {
    const { id } = await meetingWith(code, stores.events);
    const links = await new Identity(stores.identity, new Secrets(readKey(config.data))).links(id);
    return links.find(({ role }) => role === 'facilitator')?.secret ?? '';
  } finally {
    await stores.close();
  }
}
