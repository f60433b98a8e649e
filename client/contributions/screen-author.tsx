import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { Language } from '../../server/domain/text.ts';
import type { MeetingView } from '../../server/domain/view.ts';
import { wallWord } from '../screen/wall-words.ts';

/** Whose words they are, as the room may know it: a name and where from, in the language of the text. */
export function AuthorOnScreen(props: { by: ContributionView['by']; meeting: MeetingView; language: Language }) {
  const { by, meeting, language } = props;
  if (by.as !== 'name') return <b>{wallWord(language, 'participant')}</b>;
  const city = by.cityText ?? meeting.cities.find(({ id }) => id === by.city)?.name[language];
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
