import type { ScreenNumber } from '../../server/domain/commands.ts';
import type { FloorView } from '../../server/domain/parts/floor.ts';
import { dirOf } from '../../server/domain/plain.ts';
import type { ActivityView, AgendaView, MeetingView, ScreenView } from '../../server/domain/view.ts';
import { screenKinds } from '../activities/screen.ts';
import { Icon } from '../ui/icon.tsx';
import { ItemPicture, WelcomePicture } from './agenda-picture.tsx';
import { Still } from './calm.ts';
import { FloorBand } from './floor.tsx';
import { Foot } from './foot.tsx';
import { JoinPicture } from './join-picture.tsx';
import { NumberLabel } from './number-label.tsx';
import { OtherPicture } from './other-picture.tsx';
import { type Picture, pictureOf } from './picture.ts';
import { Rail } from './rail.tsx';
import { kindOfItem, type ScreenSource } from './source.ts';
import { Trio } from './trio.tsx';
import { wallWord } from './wall-words.ts';

/**
 * The projector's picture. Its measures are in `--u`, a 1920th of its width, so that the desk can show it small.
 * @param number which screen it is, as long as that is to be seen.
 */
export function Screen({ source, number = null }: { source: ScreenSource; number?: ScreenNumber | null }) {
  const meeting = source.value<MeetingView>('meeting').value;
  const agenda = source.value<AgendaView>('agenda').value;
  const screen = source.value<ScreenView>('screen').value;
  if (!meeting || !agenda || !screen) return <div class="screen waiting" />;
  const first = meeting.languages[0] ?? 'en';
  const label = number && <NumberLabel number={number} first={first} />;
  if (screen.blank) return <div class="screen black">{label}</div>;
  const picture = pictureOf(agenda, screen, {
    activity: (id) => source.value<ActivityView>(`a/${id}`).value,
    kindOf: (item) => kindOfItem(source, item),
  });
  const Key = picture.show === 'activity' ? screenKinds[picture.activity.kind]?.Key : undefined;
  const floor = source.value<FloorView>('floor').value;
  const speaking = floor?.speaker && picture.show !== 'join' && picture.show !== 'other' ? floor : undefined;
  const look = [
    'screen',
    Key && 'wide',
    picture.show === 'other' && 'alone',
    speaking && 'speaking',
    picture.show === 'agenda' && 'at-item',
    meeting.rehearsal && 'rehearsing',
  ];
  return (
    <Still.Provider value={screen.frozen}>
      <div class={look.filter(Boolean).join(' ')} lang={first} dir={dirOf(first)}>
        <Main source={source} meeting={meeting} picture={picture} speaking={speaking !== undefined} />
        {meeting.rehearsal && (
          <header class="rehearsal">
            <b>
              <Trio word="rehearsal" order={meeting.languages} />
            </b>
          </header>
        )}
        {speaking && <FloorBand source={source} meeting={meeting} floor={speaking} />}
        {Key && picture.activity ? (
          <Foot source={source} meeting={meeting} picture={picture} label={label}>
            <Key meeting={meeting} activity={picture.activity} />
          </Foot>
        ) : (
          picture.show !== 'other' && <Rail source={source} meeting={meeting} picture={picture} label={label} />
        )}
        {picture.show === 'other' && label}
        {source.state.value === 'offline' && (
          <p class="lost" role="status">
            <Icon name="offline" />
            {wallWord(first, 'offline')}
          </p>
        )}
      </div>
    </Still.Provider>
  );
}

interface MainProps {
  readonly source: ScreenSource;
  readonly meeting: MeetingView;
  readonly picture: Picture;
  readonly speaking: boolean;
}

function Main({ source, meeting, picture, speaking }: MainProps) {
  switch (picture.show) {
    case 'join':
      return <JoinPicture meeting={meeting} />;
    case 'other':
      return <OtherPicture meeting={meeting} />;
    case 'item': {
      const Item = screenKinds[picture.kind]?.Item;
      return Item ? <Item source={source} meeting={meeting} item={picture.item} /> : <main class="main" />;
    }
    case 'activity': {
      const { activity, entry } = picture;
      const Drawn = screenKinds[activity.kind]?.Picture;
      return Drawn ? (
        <Drawn key={activity.id} source={source} meeting={meeting} activity={activity} title={entry.title} />
      ) : (
        <main class="main" />
      );
    }
    case 'agenda':
      return (
        <ItemPicture source={source} meeting={meeting} item={picture.entry} next={picture.next} speaking={speaking} />
      );
    case 'welcome':
      return <WelcomePicture source={source} meeting={meeting} next={picture.next} />;
  }
}

/** Instead of a picture: the link does not open the screen, there is none yet, or the rehearsal is over. */
export function NoPicture({ word }: { word: 'refused' | 'connecting' | 'rehearsal_ended' }) {
  return (
    <div class="screen message">
      <p>
        <Trio word={word} order={['ar', 'fr', 'en']} />
      </p>
    </div>
  );
}
