import { type EventType, eventSchemas, type MeetingEvent, StoredEvent } from './events.ts';

/**
 * The version of each event's shape that this release writes. A changed meaning raises the number and adds a step to
 * `upcasts`; a new optional field does not.
 */
const versions: Partial<Record<EventType, number>> = {};
export const versionOf = (type: string): number => versions[type as EventType] ?? 1;

/** Steps from an older shape to the next: `upcasts['core.X']?.[1]` turns version 1 into version 2. */
const upcasts: Partial<Record<string, Record<number, (data: unknown) => unknown>>> = {};

/** A stored event that this release cannot read: unknown type, later version, or a shape that does not parse. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
}

/**
 * Parses a stored event and brings it to this release's shape.
 * @throws UnreadableEvent: a log is loaded whole or not at all.
 */
export function upcast(raw: unknown): MeetingEvent {
  const stored = StoredEvent.safeParse(raw);
  if (!stored.success) throw new UnreadableEvent(`not an event: ${stored.error.issues[0]?.path.join('.')}`);
  const event = stored.data;
  // Not by looking it up alone: every object has a `constructor`.
  const schema = Object.hasOwn(eventSchemas, event.type) ? eventSchemas[event.type as EventType] : null;
  if (!schema) throw new UnreadableEvent(`event ${event.seq} has the unknown type ${event.type}`);
  const target = versionOf(event.type);
  if (event.v > target)
    throw new UnreadableEvent(`event ${event.seq} (${event.type}) is of the later version ${event.v}`);
  let data = event.data;
  for (let v = event.v; v < target; v++) data = upcasts[event.type]?.[v]?.(data) ?? data;
  const parsed = schema.safeParse(data);
  if (!parsed.success)
    throw new UnreadableEvent(
      `event ${event.seq} (${event.type}) does not parse at ${parsed.error.issues[0]?.path.join('.')}`,
    );
  return { ...event, v: target, data: parsed.data } as MeetingEvent;
}
