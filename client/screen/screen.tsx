import { dirOf } from '../../server/domain/plain.ts';
import type { ActivityView, AgendaView, MeetingView, ScreenView } from '../../server/domain/view.ts';
import { Icon } from '../ui/icon.tsx';
import { onScreen } from './activities.ts';
import { ItemPicture, WelcomePicture } from './agenda-picture.tsx';
import { JoinPicture } from './join-picture.tsx';
import { pictureOf } from './picture.ts';
import { Rail } from './rail.tsx';
import type { ScreenSource } from './source.ts';
import { Trio } from './trio.tsx';
import { wallWord } from './wall-words.ts';

/** The projector's picture. Its measures are in `--u`, a 1920th of its width, so that the desk can show it small. */
export function Screen({ source }: { source: ScreenSource }) {
  const meeting = source.value<MeetingView>('meeting').value;
  const agenda = source.value<AgendaView>('agenda').value;
  const screen = source.value<ScreenView>('screen').value;
  if (!meeting || !agenda || !screen) return <div class="screen waiting" />;
  const first = meeting.languages[0] ?? 'en';
  if (screen.blank) return <div class="screen black" />;
  return (
    <div class="screen" lang={first} dir={dirOf(first)}>
      <Picture source={source} meeting={meeting} agenda={agenda} screen={screen} />
      {source.state.value === 'offline' && (
        <p class="lost" role="status">
          <Icon name="offline" />
          {wallWord(first, 'offline')}
        </p>
      )}
    </div>
  );
}

function Picture(props: { source: ScreenSource; meeting: MeetingView; agenda: AgendaView; screen: ScreenView }) {
  const { source, meeting, agenda, screen } = props;
  const picture = pictureOf(agenda, screen, {
    activity: (id) => source.value<ActivityView>(`a/${id}`).value,
    kindOf: (item) =>
      Object.entries(onScreen).find(([, { itemKey }]) => source.value(itemKey(item)).value !== undefined)?.[0],
  });
  const rail = <Rail source={source} meeting={meeting} activity={picture.activity} join={picture.show !== 'join'} />;
  switch (picture.show) {
    case 'join':
      return (
        <>
          <JoinPicture meeting={meeting} />
          {rail}
        </>
      );
    case 'item': {
      const Item = onScreen[picture.kind]?.Item;
      return (
        <>
          {Item && <Item source={source} meeting={meeting} item={picture.item} />}
          {rail}
        </>
      );
    }
    case 'activity': {
      const Drawn = onScreen[picture.activity.kind]?.Picture;
      return (
        <>
          {Drawn && (
            <Drawn
              key={picture.activity.id}
              source={source}
              meeting={meeting}
              activity={picture.activity}
              title={picture.entry.title}
            />
          )}
          {rail}
        </>
      );
    }
    case 'agenda':
      return (
        <>
          <ItemPicture meeting={meeting} item={picture.entry} next={picture.next} />
          {rail}
        </>
      );
    case 'welcome':
      return (
        <>
          <WelcomePicture meeting={meeting} begins={picture.next} />
          {rail}
        </>
      );
  }
}

/** Instead of a picture: the link does not open the screen, or there is none yet. */
export function NoPicture({ word }: { word: 'refused' | 'connecting' }) {
  return (
    <div class="screen message">
      <p>
        <Trio word={word} order={['ar', 'fr', 'en']} />
      </p>
    </div>
  );
}
