import type { Logger } from 'pino';
import type { Identity } from '../identity/identity.ts';
import type { Limits } from '../identity/limits.ts';
import type { EventStore } from '../store/store.ts';
import type { ExportMinutes, RehearsalsPort, RoomsPort } from './ports.ts';

/** What the HTTP side works with. */
export interface HttpDeps {
  readonly rooms: RoomsPort;
  readonly events: EventStore;
  readonly identity: Identity;
  readonly limits: Limits;
  readonly exportMinutes: ExportMinutes;
  readonly rehearsals: RehearsalsPort;
  readonly log: Logger;
  /** The origin that phones use, where one has been set. */
  readonly publicUrl: string | null;
  /** The folder of the client build. */
  readonly client: string;
}
