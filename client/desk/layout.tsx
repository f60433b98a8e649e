import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { AgendaItemId } from '../../server/domain/ids.ts';
import type { ActivityView, AgendaView, MeetingView } from '../../server/domain/view.ts';
import { setLanguage, t } from '../lib/words.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { atDesk } from './activities.ts';
import { Arming } from './arming.ts';
import { Current, viewedItem } from './current.tsx';
import { useDesk } from './desk.ts';
import { listenForKeys } from './keys.ts';
import { LastAct } from './last-act.tsx';
import { LinksDialog } from './links-dialog.tsx';
import { goTo, Next } from './next.tsx';
import { nextItem } from './plan.ts';
import { RoomPanel } from './room-panel.tsx';
import { RunOfShow } from './run-of-show.tsx';
import { Blank, ScreenPanel, toggleBlank } from './screen-panel.tsx';
import { Top } from './top.tsx';

type Pane = 'current' | 'runs' | 'room';
const panes: readonly { pane: Pane; icon: IconName }[] = [
  { pane: 'current', icon: 'now' },
  { pane: 'runs', icon: 'agenda' },
  { pane: 'room', icon: 'screen' },
];

/** Three columns on a laptop; on a phone one of them at a time, with *Next* and *Blank* always at hand. */
export function Layout({ meeting, agenda }: { meeting: MeetingView; agenda: AgendaView }) {
  const desk = useDesk();
  const links = useSignal(false);
  const pane = useSignal<Pane>('current');
  const arming = useMemo(() => new Arming<AgendaItemId>(), []);
  useEffect(
    () =>
      listenForKeys({
        next: () => {
          const now = desk.live.value<AgendaView>('agenda').peek();
          const next = now && nextItem(now);
          if (next && arming.press(next.id)) void goTo(desk, next.id);
        },
        blank: () => void toggleBlank(desk),
        escape: () => arming.disarm(),
      }),
    [desk, arming],
  );
  return (
    <div class="desk" data-pane={pane.value}>
      <Top meeting={meeting} agenda={agenda} onLinks={() => (links.value = true)} />
      <nav class="panes" aria-label={t('desk.panes')}>
        {panes.map(({ pane: name, icon }) => (
          <button key={name} type="button" aria-pressed={pane.value === name} onClick={() => (pane.value = name)}>
            <Icon name={icon} />
            {t(`desk.pane_${name}`)}
          </button>
        ))}
      </nav>
      <main class="columns">
        <section class="runs" aria-label={t('desk.runs_title')}>
          <RunOfShow agenda={agenda} />
        </section>
        <section class="actbar" aria-label={t('desk.next')}>
          <Blank />
          <Next agenda={agenda} arming={arming} />
        </section>
        <div class="mid">
          <Connection />
          <Current meeting={meeting} agenda={agenda} />
          <LastAct />
        </div>
        <section class="end" aria-label={t('desk.pane_room')}>
          <ScreenPanel />
          <Counts meeting={meeting} agenda={agenda} />
          <RoomPanel meeting={meeting} />
          <section class="panel on-phone">
            <LanguageSwitch among={meeting.languages} onChoose={(language) => void setLanguage(language)} />
          </section>
        </section>
      </main>
      {links.value && <LinksDialog onClose={() => (links.value = false)} />}
    </div>
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

function Counts({ meeting, agenda }: { meeting: MeetingView; agenda: AgendaView }) {
  const desk = useDesk();
  const item = viewedItem(agenda, desk.viewed.value);
  return (
    <>
      {item?.activities.map((id) => {
        const activity = desk.live.value<ActivityView>(`a/${id}`).value;
        const Drawn = activity && atDesk[activity.kind]?.Counts;
        return Drawn && <Drawn key={id} meeting={meeting} activity={activity} />;
      })}
    </>
  );
}
