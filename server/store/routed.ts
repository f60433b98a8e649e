import type { MeetingId } from '../domain/ids.ts';
import { RoutedEventStore } from './routed-events.ts';
import { RoutedIdentityStore } from './routed-identity.ts';
import type { Stores } from './sqlite.ts';
import { StoreError } from './store.ts';

/**
 * Stores of which some meetings have others, of their own: rehearsals, which are on no disk and go with all that is in
 * them. Whoever asks a store names a meeting, and need not know where it is.
 */
export class RoutedStores implements Stores {
  readonly events = new RoutedEventStore(this);
  readonly identity = new RoutedIdentityStore(this);
  private readonly apart = new Map<MeetingId, Stores>();
  private readonly ended = new Set<MeetingId>();

  /** `open`: makes the stores of a meeting that has its own. */
  constructor(
    readonly lasting: Stores,
    private readonly open: () => Stores,
  ) {}

  /** From now on, whatever is of this meeting goes to stores of its own. @throws StoreError CONFLICT where it has some. */
  setApart(meeting: MeetingId): void {
    if (this.apart.has(meeting) || this.ended.has(meeting)) throw gone(meeting);
    this.apart.set(meeting, this.open());
  }

  /** Closes a meeting's own stores: what was in them is gone, and nothing more can be written under its name. */
  async drop(meeting: MeetingId): Promise<void> {
    const stores = this.apart.get(meeting);
    if (!stores) return;
    this.apart.delete(meeting);
    this.ended.add(meeting);
    await stores.close();
  }

  /** Where a meeting is. @throws StoreError CONFLICT for one whose own stores have been closed. */
  of(meeting: MeetingId): Stores {
    if (this.ended.has(meeting)) throw gone(meeting);
    return this.apart.get(meeting) ?? this.lasting;
  }

  /** All of them, the lasting first. */
  all(): readonly Stores[] {
    return [this.lasting, ...this.apart.values()];
  }

  async close(): Promise<void> {
    for (const meeting of [...this.apart.keys()]) await this.drop(meeting);
    await this.lasting.close();
  }
}

const gone = (meeting: MeetingId) => new StoreError('CONFLICT', `the meeting ${meeting} has ended`);
