import { readFileSync } from 'node:fs';
import path from 'node:path';
import { MeetingFile } from '../../server/domain/meeting-file.ts';
import type { Language } from '../../server/domain/text.ts';
import type { RunningServer } from '../../server/server.ts';
import { cookieOfLink, cookieOfNewcomer, enter, runServer, type SocketClient } from '../support/running.ts';
import { dataFolder } from '../support/stores.ts';

const file = path.join(import.meta.dirname, '../../data/meetings/sfax-2019/meeting.json');

type Config = Record<string, unknown>;

/** The meeting in Sfax with another first language, or other settings of its activities. */
export function sfax(languages: readonly Language[] = ['ar', 'fr', 'en'], configs: Record<string, Config> = {}) {
  const raw = JSON.parse(readFileSync(file, 'utf8')) as { activities: { id: string; config: Config }[] };
  const activities = raw.activities.map((a) => ({ ...a, config: { ...a.config, ...configs[a.id] } }));
  return MeetingFile.parse({ ...raw, languages, activities });
}

/** Three of each of these organisations, so that their cities stand by themselves, and some of others. */
const organisations = [
  ...['city-of-sfax', 'city-of-lyon', 'city-of-athens', 'city-of-tangier', 'city-of-amman', 'city-of-berlin'],
  ...['utopia-56', 'madrid-bar', 'icmpd', 'uclg', 'city-of-tunis', 'athens-coordination-centre', 'la-rueca'],
];

/** A server with a desk and a room of phones, without browsers: the screen is what is looked at. */
export class ScreenRoom {
  private constructor(
    readonly server: RunningServer,
    readonly desk: SocketClient,
    readonly phones: readonly SocketClient[],
  ) {}

  static async open(meeting: MeetingFile = sfax(), people = 26): Promise<ScreenRoom> {
    const server = await runServer(dataFolder(), meeting);
    const desk = await enter(server.port, 'facilitator', await cookieOfLink(server, 'facilitator'));
    const phones: SocketClient[] = [];
    for (let i = 0; i < people; i++) {
      const who = { name: `P ${i}`, organisation: organisations[i % organisations.length]!, lang: 'fr' };
      phones.push(await enter(server.port, 'participant', await cookieOfNewcomer(server, who)));
    }
    return new ScreenRoom(server, desk, phones);
  }

  get link(): string {
    const { pathname, hash } = new URL(this.server.links.links.screen);
    return `http://127.0.0.1:${this.server.port}${pathname}${hash}`;
  }

  /** Goes to an agenda item, and opens its activities where they do not open by themselves. */
  async start(item: string): Promise<void> {
    await accepted(this.desk.send('core.StartItem', { item }));
  }

  /** The entries of a matrix as the desk sees them, by cell. */
  entries(cell: string): string[] {
    return [...this.desk.seen]
      .filter(([key, value]) => key.startsWith('c/') && (value as { place: string | null }).place === cell)
      .sort(([, a], [, b]) => (a as { order: number }).order - (b as { order: number }).order)
      .map(([key]) => key.slice(2));
  }

  /** The first so many of the room endorse it. */
  async endorse(activity: string, item: string, n: number): Promise<void> {
    for (const phone of this.phones.slice(0, n)) await accepted(phone.send('matrix.Endorse', { activity, item }));
  }

  async close(): Promise<void> {
    for (const client of [this.desk, ...this.phones]) client.close();
    await this.server.close();
  }
}

/** The answer's items; throws where a command was refused. */
export async function accepted(answer: ReturnType<SocketClient['send']>): Promise<readonly string[]> {
  const told = await answer;
  if (!told.ok) throw new Error(`refused: ${JSON.stringify(told)}`);
  return told.items ?? [];
}
