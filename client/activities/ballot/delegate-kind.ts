import { type DelegateKind, withWords } from '../../delegate/kind.ts';

export const ballot: DelegateKind = {
  View: withWords(
    {
      ar: () => import('virtual:words/kind-ballot/ar'),
      fr: () => import('virtual:words/kind-ballot/fr'),
      en: () => import('virtual:words/kind-ballot/en'),
    },
    async () => (await import('./delegate.tsx')).BallotForDelegate,
  ),
};
