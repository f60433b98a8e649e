import type { ComponentType } from 'preact';
import { OnDemand } from '../lib/on-demand.ts';
import { loadMoreWords } from '../lib/words.ts';
import type { PeopleHereProps } from './others/people-here.tsx';
import type { Tab } from './tabs.ts';

type More = typeof import('./more.tsx');

const words = {
  ar: () => import('virtual:words/kind-tabs/ar'),
  fr: () => import('virtual:words/kind-tabs/fr'),
  en: () => import('virtual:words/kind-tabs/en'),
};

/** All of it comes together, with its words: each piece of its own would cost more than it weighs. */
const part = <P>(of: (more: More) => ComponentType<P>): OnDemand<ComponentType<P>> =>
  new OnDemand(async () => {
    const [more] = await Promise.all([import('./more.tsx'), loadMoreWords(words)]);
    return of(more);
  });

/** What stands behind every tab but the first; fetched when it is first looked at, or while nothing else is to do. */
export const pages: Readonly<Record<Exclude<Tab, 'now'>, OnDemand<ComponentType>>> = {
  agenda: part(({ AgendaPage }) => AgendaPage),
  mine: part(({ Mine }) => Mine),
  floor: part(({ FloorPage }) => FloorPage),
};

/** Those who have used this phone before: in "Mine", and where somebody joins. */
export const peopleHere = part<PeopleHereProps>(({ PeopleHere }) => PeopleHere);
