import { join } from 'node:path';
import type { MeetingId } from '../../domain/ids.ts';
import type { EventStore } from '../../store/store.ts';
import { projectRoot } from '../../words.ts';
import { isText, type MinutesAsked } from '../asked.ts';
import type { MadeMinutes } from '../export.ts';
import { Lane, type LaneOptions } from './lane.ts';

/** One export of the minutes of a meeting. */
export interface MinutesRequest extends MinutesAsked {
  readonly meeting: MeetingId;
  /** Whoever asked has gone. */
  readonly signal?: AbortSignal | undefined;
}

const MINUTE = 60_000;
const defaults = { file: join(projectRoot, 'build/server/minutes-worker.js'), limit: MINUTE, quiet: MINUTE, most: 24 };

/**
 * Makes the minutes beside the server, in processes of their own: the room is not kept waiting. One makes what is text,
 * one what is a file, so that a page does not wait for a heavy one.
 */
export class MinutesWorkers {
  readonly texts: Lane;
  readonly files: Lane;

  constructor(
    private readonly events: Pick<EventStore, 'head' | 'source'>,
    options: Pick<LaneOptions, 'report'> & Partial<LaneOptions>,
  ) {
    this.texts = new Lane({ ...defaults, ...options });
    this.files = new Lane({ ...defaults, ...options });
  }

  /** Of the log as it stands now, or later. @throws Rejection as {@link Lane.ask}, and NOT_FOUND, MALFORMED. */
  readonly exportMinutes = async ({ signal, ...request }: MinutesRequest): Promise<MadeMinutes> => {
    const { meeting, format, lang, beside = '', item = '', day = '' } = request;
    const { seq } = await this.events.head(meeting);
    return (isText(format) ? this.texts : this.files).ask({
      key: [meeting, format, lang, beside, item, day].join(' '),
      seq,
      task: async () => ({ ...request, source: await this.events.source(meeting), now: Date.now() }),
      signal,
    });
  };

  async close(): Promise<void> {
    await Promise.all([this.texts.close(), this.files.close()]);
  }
}
