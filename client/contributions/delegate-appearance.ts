import type { Attribution, AttributionMode } from '../../server/domain/attribution.ts';
import type { ActivityView, SelfView } from '../../server/domain/view.ts';
import { authorLine, cityName, kindName, type Lists, placeLine } from '../lib/lists.ts';
import { t } from '../lib/words.ts';

/** How the author of a text will appear; `or` instead, where too few stand behind `who`: that is settled at the opening. */
interface Appearance {
  readonly who: string;
  readonly or?: string;
}

/** `named`: whether the author agrees to their name beside their words, as last chosen on this phone. */
export function appearance(
  lists: Lists,
  self: SelfView,
  { id, config }: Pick<ActivityView, 'id' | 'config'>,
  named: boolean,
): Appearance {
  const settled = (self.seenAs as Readonly<Record<string, Attribution>>)[id];
  if (settled) return { who: authorLine(lists, settled).who };
  switch (config.attribution as AttributionMode | undefined) {
    case 'city':
      return among(cityName(lists, self.city), t('common.otherCities'));
    case 'kind':
      return among(kindName(lists, self.kind), t('common.otherKinds'));
    default:
      return named && self.name
        ? { who: [self.name, placeLine(lists, self)].filter(Boolean).join(' · ') }
        : { who: t('common.aParticipant') };
  }
}

const among = (own: string | null, others: string): Appearance =>
  own === null ? { who: others } : { who: own, or: others };
