import { OwnContributionCard } from '../../contributions/delegate-own.tsx';
import type { DelegateKind } from '../../delegate/kind.ts';
import { DiscussionForDelegate } from './delegate.tsx';

export const discussion: DelegateKind = { View: DiscussionForDelegate, Own: OwnContributionCard };
