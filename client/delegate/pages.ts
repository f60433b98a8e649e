import type { ComponentType } from 'preact';
import { OnDemand } from '../lib/on-demand.ts';
import { loadMoreWords, type WordsLoader } from '../lib/words.ts';
import type { Tab } from './tabs.ts';

const withWords = (words: WordsLoader, page: () => Promise<ComponentType>): OnDemand<ComponentType> =>
  new OnDemand(async () => {
    const [Page] = await Promise.all([page(), loadMoreWords(words)]);
    return Page;
  });

/** What stands behind every tab but the first; fetched when it is first looked at, or while nothing else is to do. */
export const pages: Readonly<Record<Exclude<Tab, 'now'>, OnDemand<ComponentType>>> = {
  agenda: withWords(
    {
      ar: () => import('virtual:words/kind-programme/ar'),
      fr: () => import('virtual:words/kind-programme/fr'),
      en: () => import('virtual:words/kind-programme/en'),
    },
    async () => (await import('./agenda.tsx')).AgendaPage,
  ),
  mine: withWords(
    {
      ar: () => import('virtual:words/kind-mine/ar'),
      fr: () => import('virtual:words/kind-mine/fr'),
      en: () => import('virtual:words/kind-mine/en'),
    },
    async () => (await import('./mine.tsx')).Mine,
  ),
  floor: withWords(
    {
      ar: () => import('virtual:words/kind-floor/ar'),
      fr: () => import('virtual:words/kind-floor/fr'),
      en: () => import('virtual:words/kind-floor/en'),
    },
    async () => (await import('./floor/floor.tsx')).FloorPage,
  ),
};
