import type { BriefingDocument } from '../../../server/domain/activities/briefing/state.ts';
import { useSession } from '../../delegate/session.ts';
import { localized, t } from '../../lib/words.ts';
import { CityMap } from '../../ui/map.tsx';

type Practice = BriefingDocument['sections'][number]['practices'][number];

/** The cities of some practices on a small map; nothing where it is not known where they lie. */
export function CitiesOf({ practices }: { practices: readonly Practice[] }) {
  const { meeting } = useSession();
  const named = new Set(practices.map(({ city }) => city));
  const cities = (meeting.value?.cities ?? []).flatMap(({ id, name, at }) =>
    at && named.has(id) ? [{ id, name: localized(name), lat: at.lat, lon: at.lon }] : [],
  );
  return cities.length > 0 ? <CityMap cities={cities} label={t('briefing.map')} /> : null;
}
