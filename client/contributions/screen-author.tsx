import type { Attribution } from '../../server/domain/attribution.ts';
import type { Language } from '../../server/domain/text.ts';
import type { MeetingView } from '../../server/domain/view.ts';
import { wallWord } from '../screen/wall-words.ts';

/** Whose words they are, as the room may know it: a name and where from, a city, a kind of organisation. */
export function AuthorOnScreen(props: { by: Attribution; meeting: MeetingView; language: Language }) {
  const { by, meeting, language } = props;
  if (by.as !== 'name') return <b>{withoutName(by, meeting, language)}</b>;
  const city = by.cityText ?? cityName(meeting, by.city, language);
  return (
    <b>
      <bdi>{by.name}</bdi>
      {city && (
        <>
          {' · '}
          <bdi>{city}</bdi>
        </>
      )}
    </b>
  );
}

const cityName = (meeting: MeetingView, city: string | null, language: Language): string | undefined =>
  meeting.cities.find(({ id }) => id === city)?.name[language];

function withoutName(by: Exclude<Attribution, { as: 'name' }>, meeting: MeetingView, language: Language): string {
  switch (by.as) {
    case 'participant':
      return wallWord(language, 'participant');
    case 'document':
      return wallWord(language, 'document');
    case 'city':
      return cityName(meeting, by.city, language) ?? wallWord(language, 'other_cities');
    case 'kind':
      return meeting.kinds.find(({ id }) => id === by.kind)?.name[language] ?? wallWord(language, 'other_kinds');
  }
}
