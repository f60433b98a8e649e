import { afterEach, beforeEach } from '@jest/globals';
import type { RunningServer } from '../../server/server.ts';
import {
  cookieOfLink,
  cookieOfNewcomer,
  enter,
  type Newcomer,
  runServer,
  type SocketClient,
} from '../support/running.ts';
import { cleanUpAfterEach, dataFolder } from '../support/stores.ts';

const clients: SocketClient[] = [];

/** The server of the test that runs, over a data folder of its own. */
export const hall = {} as { server: RunningServer; folder: string };

/** Starts it before each test of a file; afterwards everybody leaves, and it goes with its folder. */
export function openHall(): void {
  cleanUpAfterEach();
  beforeEach(async () => {
    hall.folder = dataFolder();
    hall.server = await runServer(hall.folder);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.close();
    await hall.server.close();
  });
}

/** A client that leaves at the end of the test. */
export function kept<T extends SocketClient>(client: T): T {
  clients.push(client);
  return client;
}

export const link = async (role: 'facilitator' | 'screen'): Promise<SocketClient> =>
  kept(await enter(hall.server.port, role, await cookieOfLink(hall.server, role)));

export const delegate = async (who: Newcomer = {}): Promise<SocketClient> =>
  kept(await enter(hall.server.port, 'participant', await cookieOfNewcomer(hall.server, who)));
