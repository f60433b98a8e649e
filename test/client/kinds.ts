import type { Browser } from 'playwright-core';
import { MeetingFile } from '../../server/domain/meeting-file.ts';
import type { RunningServer } from '../../server/server.ts';
import { launch } from '../browser/browser.ts';
import { cookieOfLink, enter, runServer, type SocketClient } from '../support/running.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';
import { dataFolder, removeFolders } from '../support/stores.ts';

const words = (en: string) => ({ ar: `${en} (ar)`, fr: `${en} (fr)`, en });

/** The sample meeting for phones: its matrix is live, its cities lie somewhere, and one ballot is of organisations. */
export function meetingOfKinds(): MeetingFile {
  const file = structuredClone(sampleMeeting()) as unknown as {
    cities: { id: string; at?: object }[];
    agenda: { id: string; activities: string[] }[];
    activities: { id: string; kind: string; config: Record<string, unknown> }[];
  };
  const places: Record<string, object> = { sfax: { lat: 34.74, lon: 10.76 }, lyon: { lat: 45.76, lon: 4.83 } };
  for (const city of file.cities) city.at = places[city.id]!;
  const table = file.activities.find(({ id }) => id === 'table')!;
  Object.assign(table.config, { reveal: 'live', attribution: 'named' });
  file.activities.push({
    id: 'houses',
    kind: 'ballot',
    config: {
      prompt: words('What should we do together?'),
      options: [{ text: words('A charter') }, { text: words('A fund') }, { text: words('A visit') }],
      dots: 4,
      perOption: 2,
      results: 'live',
      voters: 'organisation',
    },
  });
  file.agenda.find(({ id }) => id === 'work')!.activities.push('houses');
  file.agenda.push({
    id: 'night',
    date: '2019-06-26',
    start: '17:00',
    minutes: 900,
    title: words('The evening'),
    type: 'overnight',
    activities: [],
  } as never);
  return MeetingFile.parse(file);
}

/** A server with that meeting, a browser for its phones, and the desk as a socket. */
export class KindsRoom {
  private constructor(
    readonly browser: Browser,
    readonly server: RunningServer,
    readonly desk: SocketClient,
  ) {}

  static async open(): Promise<KindsRoom> {
    const browser = await launch();
    const server = await runServer(dataFolder(), meetingOfKinds());
    return new KindsRoom(
      browser,
      server,
      await enter(server.port, 'facilitator', await cookieOfLink(server, 'facilitator')),
    );
  }

  /** Opens one activity and closes the others. */
  async only(activity: string): Promise<void> {
    for (const other of ['live', 'read', 'table', 'dots', 'houses'])
      if (other !== activity) await this.desk.send('core.CloseActivity', { activity: other, graceSeconds: 0 });
    await this.desk.send('core.OpenActivity', { activity });
  }

  async close(): Promise<void> {
    this.desk.close();
    await this.browser.close();
    await this.server.close();
    removeFolders();
  }
}
