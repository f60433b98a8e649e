import type { FloorView } from '../../server/domain/parts/floor.ts';
import type { AgendaView } from '../../server/domain/view.ts';
import { keptOptions } from '../activities/ballot/screen-kept.ts';
import { keptContribution } from '../contributions/screen-kept.ts';
import { same } from './same.ts';

/**
 * What a frozen screen shows of a value: as it was, less what is no longer there. Undefined where nothing is left of it.
 */
export type Kept<T = unknown> = (before: T, live: T) => T | undefined;

const asItWas: Kept = (before) => before;
const asItIs: Kept = (_before, live) => live;

/** Numbers stay; those that are no longer told (results that wait again for a close) go. */
const numbers: Kept<Readonly<Record<string, unknown>>> = (before, live) =>
  Object.fromEntries(Object.entries(before).map(([name, n]) => [name, (live[name] ?? null) === null ? null : n]));

/** Which item was reached, and its times; a title that was deleted or changed is not kept. */
export const keptAgenda: Kept<AgendaView> = (before, live) => {
  const items = before.items.flatMap((item) => {
    const now = live.items.find(({ id }) => id === item.id);
    return now ? [same(now.title, item.title) ? item : { ...item, title: now.title }] : [];
  });
  return { current: items.some(({ id }) => id === before.current) ? before.current : live.current, items };
};

/** Whoever spoke, as long as they do: the end of a turn takes the name back. */
export const keptFloor: Kept<FloorView> = (before, live) => {
  const { speaker } = live;
  const still = speaker && before.speaker?.since === speaker.since;
  if (!still) return { ...before, speaker: null };
  return { ...before, speaker: { ...speaker, name: speaker.name === before.speaker?.name ? speaker.name : null } };
};

/** By the first part of a key. Lists of names and whatever is not named here are as they are now. */
const kept = new Map<string, (before: never, live: never) => unknown>([
  ['agenda', keptAgenda],
  ['floor', keptFloor],
  ['people', numbers],
  ['count', numbers],
  ['n', numbers],
  ['marks', numbers],
  ['a', asItWas],
  ['c', keptContribution],
  ['options', keptOptions],
]);

/** How a key's value is kept on a frozen screen. */
export const keptOf = (key: string): Kept => (kept.get(key.split('/', 1)[0] ?? '') ?? asItIs) as Kept;
