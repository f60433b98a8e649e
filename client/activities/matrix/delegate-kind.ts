import { type DelegateKind, withWords } from '../../delegate/kind.ts';
import { OwnEntryCard } from './delegate-own.tsx';

export const matrix: DelegateKind = {
  View: withWords(
    {
      ar: () => import('virtual:words/kind-matrix/ar'),
      fr: () => import('virtual:words/kind-matrix/fr'),
      en: () => import('virtual:words/kind-matrix/en'),
    },
    async () => (await import('./delegate.tsx')).MatrixForDelegate,
  ),
  Own: OwnEntryCard,
};
