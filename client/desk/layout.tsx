import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { AgendaItemId } from '../../server/domain/ids.ts';
import type { FloorView } from '../../server/domain/parts/floor.ts';
import type { AgendaView, MeetingView } from '../../server/domain/view.ts';
import { deskKinds } from '../activities/desk.ts';
import { setLanguage, t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Arming } from './arming.ts';
import { Current, viewedItem } from './current.tsx';
import { useDesk } from './desk.ts';
import { Doors, View } from './doors.tsx';
import { FloorPanel } from './floor/floor-panel.tsx';
import { HeardPanel } from './heard/heard-panel.tsx';
import { InterpretationDialog } from './interpretation-dialog.tsx';
import { listenForKeys } from './keys.ts';
import { LastAct } from './last-act.tsx';
import { LinksDialog } from './links-dialog.tsx';
import { goTo, Next } from './next.tsx';
import { nextItem } from './plan.ts';
import { RehearsalBanner } from './rehearsal/banner.tsx';
import { RehearseButton } from './rehearsal/rehearse-button.tsx';
import { StartDialog } from './rehearsal/start-dialog.tsx';
import { RoomPanel } from './room-panel.tsx';
import { RunOfShow } from './run-of-show.tsx';
import { ScreenPanel } from './screen-panel.tsx';
import { Blank, toggleBlank, toggleFrozen } from './screens/screen-buttons.tsx';
import { activitiesOf, shownOf } from './shown-activity.ts';
import { Top } from './top.tsx';

type Pane = 'current' | 'runs' | 'floor' | 'room';
const panes: readonly { pane: Pane; icon: IconName }[] = [
  { pane: 'current', icon: 'now' },
  { pane: 'runs', icon: 'agenda' },
  { pane: 'floor', icon: 'mic' },
  { pane: 'room', icon: 'screen' },
];

/** Three columns on a laptop; on a phone one of them at a time, with *Next* and *Blank* always at hand. */
export function Layout({ meeting, agenda }: { meeting: MeetingView; agenda: AgendaView }) {
  const desk = useDesk();
  const dialog = useSignal<'links' | 'interpretation' | 'rehearse' | null>(null);
  const close = () => (dialog.value = null);
  const view = desk.view.value;
  const pane = useSignal<Pane>('current');
  const arming = useMemo(() => new Arming<AgendaItemId>(), []);
  useEffect(
    () =>
      listenForKeys({
        // Where the themes take the whole page, nothing would show that a key has armed.
        busy: () => desk.view.peek() === 'themes',
        reading: () => desk.view.peek() === 'report',
        next: () => {
          const now = desk.live.value<AgendaView>('agenda').peek();
          const next = now && nextItem(now);
          if (next && arming.press(next.id)) void goTo(desk, next.id);
        },
        blank: () => void toggleBlank(desk),
        freeze: () => void toggleFrozen(desk),
        escape: () => arming.disarm(),
      }),
    [desk, arming],
  );
  // What is opened from another column of a phone shows itself.
  useEffect(() => {
    if (view) pane.value = 'current';
  }, [view, pane]);
  return (
    <div class="desk" data-pane={pane.value} data-view={view ?? undefined}>
      <div class="head">
        <Top
          meeting={meeting}
          agenda={agenda}
          onLinks={() => (dialog.value = 'links')}
          onInterpretation={() => (dialog.value = 'interpretation')}
          onRehearse={() => (dialog.value = 'rehearse')}
        />
        {meeting.rehearsal && <RehearsalBanner meeting={meeting} />}
      </div>
      <nav class="panes" aria-label={t('desk.panes')}>
        {panes.map(({ pane: name, icon }) => (
          <button key={name} type="button" aria-pressed={pane.value === name} onClick={() => (pane.value = name)}>
            <Icon name={icon} />
            {t(`desk.pane_${name}`)}
            {name === 'floor' && <Waiting />}
          </button>
        ))}
      </nav>
      <main class="columns">
        <section class="runs" aria-label={t('desk.runs_title')}>
          <RunOfShow meeting={meeting} agenda={agenda} />
        </section>
        <section class="actbar" aria-label={t('desk.next')}>
          <Blank />
          <Next agenda={agenda} arming={arming} />
        </section>
        <div class="mid">
          <Connection />
          <Doors />
          {view ? (
            <View view={view} meeting={meeting} agenda={agenda} />
          ) : (
            <Current meeting={meeting} agenda={agenda} />
          )}
          <LastAct />
        </div>
        <section class="end" aria-label={t('desk.pane_room')}>
          <ScreenPanel />
          <HeardPanel meeting={meeting} agenda={agenda} />
          <FloorPanel meeting={meeting} />
          <Counts meeting={meeting} agenda={agenda} />
          <RoomPanel meeting={meeting} />
          <section class="panel on-phone">
            <Doors onOpen={() => (pane.value = 'current')} />
            <Button icon="headphones" onClick={() => (dialog.value = 'interpretation')}>
              {t('desk.interpretation')}
            </Button>
            <RehearseButton meeting={meeting} />
            <LanguageSwitch among={meeting.languages} onChoose={(language) => void setLanguage(language)} />
          </section>
        </section>
      </main>
      {dialog.value === 'links' && <LinksDialog onClose={close} />}
      {dialog.value === 'rehearse' && <StartDialog onClose={close} />}
      {dialog.value === 'interpretation' && <InterpretationDialog meeting={meeting} onClose={close} />}
    </div>
  );
}

/** How many wait for the floor. */
function Waiting() {
  const n = useDesk().live.value<FloorView>('floor').value?.waiting ?? 0;
  if (n === 0) return null;
  return (
    <>
      <b class="num" aria-hidden="true">
        {n}
      </b>
      <span class="sr"> {t('desk.floor_waiting', { n })}</span>
    </>
  );
}

/** Says so when what is shown may be old. */
function Connection() {
  const { live } = useDesk();
  const away = live.state.value !== 'live';
  return (
    <div role="status" class="connection">
      {away && (
        <p>
          <Icon name="offline" />
          {t('desk.offline')}
        </p>
      )}
    </div>
  );
}

/** The numbers of the activity in the middle. */
function Counts({ meeting, agenda }: { meeting: MeetingView; agenda: AgendaView }) {
  const desk = useDesk();
  const item = viewedItem(agenda, desk.viewed.value);
  const activity = item && shownOf(activitiesOf(desk.live, item), desk.chosen.value);
  const Drawn = activity && deskKinds[activity.kind]?.Counts;
  return Drawn ? <Drawn key={activity.id} meeting={meeting} activity={activity} /> : null;
}
