import { type DelegateKind, withWords } from '../../delegate/kind.ts';

export const briefing: DelegateKind = {
  View: withWords(
    {
      ar: () => import('virtual:words/kind-briefing/ar'),
      fr: () => import('virtual:words/kind-briefing/fr'),
      en: () => import('virtual:words/kind-briefing/en'),
    },
    async () => (await import('./delegate.tsx')).BriefingForDelegate,
  ),
  reading: true,
};
