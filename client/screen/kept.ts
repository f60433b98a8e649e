import type { FloorView } from '../../server/domain/parts/floor.ts';
import type { AgendaView } from '../../server/domain/view.ts';
import { screenKinds } from '../activities/screen.ts';
import { keptContribution } from '../contributions/screen-kept.ts';
import { type AnyKept, type Kept, keptNumbers } from './keeping.ts';
import { same } from './same.ts';

const asItWas: Kept = (before) => before;
const asItIs: Kept = (_before, live) => live;

/** Which item was reached, and its times; a title that was deleted or changed is not kept. */
const keptAgenda: Kept<AgendaView> = (before, live) => {
  const items = before.items.flatMap((item) => {
    const now = live.items.find(({ id }) => id === item.id);
    return now ? [same(now.title, item.title) ? item : { ...item, title: now.title }] : [];
  });
  return { current: items.some(({ id }) => id === before.current) ? before.current : live.current, items };
};

/** Whoever spoke, as long as they do: the end of a turn takes the name back. */
const keptFloor: Kept<FloorView> = (before, live) => {
  const { speaker } = live;
  const still = speaker && before.speaker?.since === speaker.since;
  if (!still) return { ...before, speaker: null };
  return { ...before, speaker: { ...speaker, name: speaker.name === before.speaker?.name ? speaker.name : null } };
};

/** By the first part of a key. Lists of names and whatever is not named here are as they are now. */
const kept = new Map<string, AnyKept>([
  ['agenda', keptAgenda],
  ['floor', keptFloor],
  ['people', keptNumbers],
  ['count', keptNumbers],
  ['n', keptNumbers],
  ['a', asItWas],
  ['c', keptContribution],
  ...Object.values(screenKinds).flatMap((kind) => Object.entries(kind.kept ?? {})),
]);

/** How a key's value is kept on a frozen screen. */
export const keptOf = (key: string): Kept => (kept.get(key.split('/', 1)[0] ?? '') ?? asItIs) as Kept;
