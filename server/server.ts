import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Config, ConfigError } from './config.ts';
import type { CapabilityRole } from './domain/actors.ts';
import type { MeetingId } from './domain/ids.ts';
import type { MeetingFile } from './domain/meeting-file.ts';
import { createApp } from './http/app.ts';
import { createLog } from './http/log.ts';
import { fromOwnPage } from './http/security.ts';
import { joinUrl, linkUrl } from './http/urls.ts';
import { Identity } from './identity/identity.ts';
import { readKey } from './identity/key.ts';
import { Limits } from './identity/limits.ts';
import { Secrets } from './identity/secrets.ts';
import { Gateway } from './live/gateway.ts';
import { Rooms } from './live/rooms.ts';
import { realSurroundings } from './live/surroundings.ts';
import { MinutesWorkers } from './minutes/worker/workers.ts';
import { originOfServer } from './origin.ts';
import { ownAddress } from './rehearsal/own-address.ts';
import { type RehearsalOptions, Rehearsals } from './rehearsal/rehearsals.ts';
import { inThread } from './rehearsal/send.ts';
import { RoutedStores } from './store/routed.ts';
import { openPassingStores, openStores } from './store/sqlite.ts';
import type { EventStore } from './store/store.ts';
import { projectRoot } from './words.ts';

/** Milliseconds that open requests get to finish when the server stops. */
const PATIENCE = 3000;
const LOOK_INTERVAL = 2000;
const SWEEP_INTERVAL = 60 * 60 * 1000;

/** A meeting's ways in. */
export interface MeetingLinks {
  readonly meeting: MeetingId;
  readonly code: string;
  readonly join: string;
  readonly links: Readonly<Record<CapabilityRole, string>>;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly rooms: Rooms;
  readonly store: EventStore;
  readonly identity: Identity;
  /** What makes the minutes beside it. */
  readonly minutes: MinutesWorkers;
  /** The newest meeting's code and links. */
  readonly links: MeetingLinks;
  /** Takes no more, answers what is in flight, closes the connections and the database. */
  close(): Promise<void>;
}

export interface ServerOptions {
  /** The meeting to begin where the store has none. */
  firstMeeting(): MeetingFile;
  readonly limits?: Limits;
  /** Other than in earnest: who is sent as delegates, and how fast they are. */
  readonly rehearsal?: RehearsalOptions;
}

/**
 * Opens the data, begins the first meeting where there is none, and listens.
 * @throws ConfigError, StoreError, KeyError; nothing is left open then.
 */
export async function startServer(config: Config, options: ServerOptions): Promise<RunningServer> {
  let handler: RequestListener = (_request, response) => void response.writeHead(503).end();
  const http = await listen(config, (request, response) => handler(request, response));
  const cleanup: (() => Promise<void> | void)[] = [() => closed(http)];
  try {
    const stores = new RoutedStores(openStores(config.data), openPassingStores);
    cleanup.unshift(() => stores.close());
    const log = createLog(config.log);
    const identity = new Identity(stores.identity, new Secrets(readKey(config.data)));
    const rooms = new Rooms(stores.events, await realSurroundings((err) => log.error({ err }, 'room')));
    cleanup.unshift(() => rooms.close());
    if ((await stores.events.meetings()).length === 0) await rooms.create(options.firstMeeting());
    await identity.sweep();
    const minutes = new MinutesWorkers(stores.events, { report: (err) => log.error({ err }, 'minutes') });

    const port = (http.address() as AddressInfo).port;
    const url = originOfServer(config, port);
    const links = await newestMeeting(stores.events, identity, url);
    const rehearsals = new Rehearsals({
      rooms,
      stores,
      identity,
      address: ownAddress(config, port),
      endHall: (meeting) => gateway.end(meeting),
      report: (err) => log.error({ err }, 'rehearsal'),
      send: inThread((err) => log.error({ err }, 'delegates')),
      ...options.rehearsal,
    });
    const gateway = new Gateway(http, rooms, identity, (request) => fromOwnPage(request, config.publicUrl));
    handler = createApp({
      rooms,
      events: stores.events,
      identity,
      limits: options.limits ?? new Limits(),
      exportMinutes: minutes.exportMinutes,
      rehearsals,
      log,
      publicUrl: config.publicUrl,
      client: join(projectRoot, 'build/client'),
    });
    const report = (err: unknown) => log.error({ err }, 'identity');
    const timers = [
      setInterval(() => void identity.look().catch(report), LOOK_INTERVAL).unref(),
      setInterval(() => void identity.sweep().catch(report), SWEEP_INTERVAL).unref(),
    ];

    let closing: Promise<void> | null = null;
    const close = async () => {
      for (const timer of timers) clearInterval(timer);
      await rehearsals.close();
      const quiet = closed(http);
      await rooms.close();
      await gateway.close();
      await quiet;
      await minutes.close();
      await stores.close();
    };
    return {
      url,
      port,
      rooms,
      store: stores.events,
      identity,
      minutes,
      links,
      close: () => {
        closing ??= close();
        return closing;
      },
    };
  } catch (error) {
    for (const undo of cleanup) await undo();
    throw error;
  }
}

async function newestMeeting(events: EventStore, identity: Identity, url: string): Promise<MeetingLinks> {
  const row = (await events.meetings()).at(-1);
  if (!row) throw new Error('there is no meeting');
  const links = await identity.links(row.id);
  const byRole = Object.fromEntries(links.map(({ role, secret }) => [role, linkUrl(url, role, secret)]));
  return {
    meeting: row.id,
    code: row.code,
    join: joinUrl(url, row.code),
    links: byRole as Record<CapabilityRole, string>,
  };
}

function listen({ host, port, tls }: Config, handler: RequestListener): Promise<Server> {
  return new Promise((resolve, reject) => {
    let server: Server;
    try {
      server = tls ? createTlsServer({ cert: tls.cert, key: tls.key }, handler) : createServer(handler);
    } catch {
      reject(new ConfigError('cli.configTlsInvalid', {}));
      return;
    }
    const values = { port: String(port), host };
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reasons: Partial<Record<string, string>> = { EADDRINUSE: 'cli.portTaken', EACCES: 'cli.portDenied' };
      const reason = reasons[error.code ?? ''] ?? (error.syscall ? 'cli.hostUnknown' : undefined);
      reject(reason ? new ConfigError(reason, values) : error);
    });
    server.listen(port, host, () => resolve(server));
  });
}

/** Stops listening and lets open requests finish, within bounds. */
async function closed(server: Server): Promise<void> {
  const done = new Promise<void>((resolve) => void server.close(() => resolve()));
  const timer = new AbortController();
  const late = wait(PATIENCE, undefined, { signal: timer.signal, ref: false }).then(
    () => server.closeAllConnections(),
    () => undefined,
  );
  await Promise.race([done, late]);
  timer.abort();
  await done;
}
