import type { Key, Touch } from '../domain/activities/activity.ts';
import type { Audience } from '../domain/actors.ts';
import type { PatchFrame, SnapshotFrame } from '../domain/protocol.ts';
import type { MeetingState } from '../domain/state.ts';
import { show, view } from '../domain/view.ts';

/** A frame's JSON, made once and sent to many; `frame` caches the bytes that go out (see frame.ts). */
export interface Encoded {
  readonly event: 'patch' | 'snapshot';
  readonly json: string;
  frame?: Buffer;
}

interface Buffered {
  readonly from: number;
  readonly to: number;
  readonly encoded: Encoded;
}

/** How the state is looked at; the law tests put a faulty look in its place, to see that they notice. */
export interface Look {
  show(state: MeetingState, key: Key, audience: Audience): unknown;
  view(state: MeetingState, audience: Audience): Map<Key, unknown>;
}

/** What the buffer of patches may hold; a client that is further behind takes a snapshot. */
const MAX_BUFFERED_BYTES = 2 * 1024 * 1024;
const MAX_BUFFERED = 2000;

/**
 * What one audience is sent: a chain of patches, numbered 1, 2, 3… by the stream itself. Events' own numbers would not
 * do: a flush of texts and a later one of tallies can stand at the same event, and gaps would show each audience how
 * much is kept from it. A flush in which nothing changes for the audience sends nothing.
 */
export class AudienceStream {
  /** The number that everybody who follows stands at. */
  seq = 0;
  private buffer: Buffered[] = [];
  private bufferedBytes = 0;
  private readonly dirty = new Set<Key>();
  private readonly dirtyTallies = new Set<Key>();
  /** Keys that the audience has: one that it never had is not announced as taken away. */
  private readonly held = new Set<Key>();
  private anew = false;
  private cached: Encoded | null = null;

  constructor(
    readonly audience: Audience,
    readonly epoch: string,
    state: MeetingState,
    private readonly looking: Look = { show, view },
  ) {
    for (const key of looking.view(state, audience).keys()) this.held.add(key);
  }

  mark(touch: Touch): void {
    for (const key of touch.keys ?? []) this.dirty.add(key);
    for (const key of touch.tallies ?? []) this.dirtyTallies.add(key);
    // Nothing taken back is ever sent again, from this moment on.
    if (touch.retracts) this.forget();
    if (touch.everything) this.anew = true;
    this.cached = null;
  }

  get waiting(): 'nothing' | 'tallies' | 'all' {
    if (this.dirty.size > 0 || this.anew) return 'all';
    return this.dirtyTallies.size > 0 ? 'tallies' : 'nothing';
  }

  /**
   * The patch that brings the audience to the state, or null where nothing changes for it; tallies may wait for a later
   * flush. After `everything` it is a snapshot instead.
   */
  flush(state: MeetingState, tallies: boolean): Encoded | null {
    if (this.anew) return this.startAnew(state);
    const entries: [Key, unknown][] = [];
    for (const key of this.dirty) this.look(state, key, entries);
    this.dirty.clear();
    if (tallies) {
      for (const key of this.dirtyTallies) this.look(state, key, entries);
      this.dirtyTallies.clear();
    }
    if (entries.length === 0) return null;
    const patch: PatchFrame = { from: this.seq, to: this.seq + 1, entries };
    const encoded: Encoded = { event: 'patch', json: JSON.stringify(patch) };
    this.keep({ from: patch.from, to: patch.to, encoded });
    this.seq = patch.to;
    return encoded;
  }

  /** What a client lacks that stands at `last` of a stream of `epoch`; the state is the committed one. */
  catchUp(state: MeetingState, last: number, epoch: string | null): Encoded[] {
    if (epoch === this.epoch && last === this.seq) return [];
    if (epoch === this.epoch) {
      const first = this.buffer.findIndex((patch) => patch.from === last);
      if (first >= 0) return this.buffer.slice(first).map((patch) => patch.encoded);
    }
    return [this.snapshot(state)];
  }

  /**
   * The whole view. It may hold what a flush still owes: values are absolute, so the coming patch changes nothing. What
   * has been taken back is no longer in the state, nor here.
   */
  snapshot(state: MeetingState): Encoded {
    if (this.cached) return this.cached;
    const entries = [...this.looking.view(state, this.audience)];
    const frame: SnapshotFrame = { epoch: this.epoch, seq: this.seq, entries };
    // Whoever takes it has these keys, so that their going is told.
    for (const [key] of entries) this.held.add(key);
    this.cached = { event: 'snapshot', json: JSON.stringify(frame) };
    return this.cached;
  }

  private look(state: MeetingState, key: Key, entries: [Key, unknown][]): void {
    const value = this.looking.show(state, key, this.audience);
    if (value !== undefined) {
      this.held.add(key);
      entries.push([key, value]);
    } else if (this.held.delete(key)) entries.push([key, null]);
  }

  private startAnew(state: MeetingState): Encoded {
    this.anew = false;
    this.forget();
    this.dirty.clear();
    this.dirtyTallies.clear();
    this.held.clear();
    this.seq++;
    this.cached = null;
    return this.snapshot(state);
  }

  private keep(patch: Buffered): void {
    this.buffer.push(patch);
    this.bufferedBytes += patch.encoded.json.length;
    while (this.buffer.length > MAX_BUFFERED || this.bufferedBytes > MAX_BUFFERED_BYTES) {
      const oldest = this.buffer.shift();
      if (!oldest) break;
      this.bufferedBytes -= oldest.encoded.json.length;
    }
    this.cached = null;
  }

  private forget(): void {
    this.buffer = [];
    this.bufferedBytes = 0;
    this.cached = null;
  }
}
