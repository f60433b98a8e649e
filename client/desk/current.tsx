import type { AgendaView, MeetingView } from '../../server/domain/view.ts';
import { deskKinds } from '../activities/desk.ts';
import { formatDay, formatTime, localized, t } from '../lib/words.ts';
import { joinAddress, spacedCode } from '../screen/address.ts';
import { Button } from '../ui/button.tsx';
import { ActivityChoice } from './activity-choice.tsx';
import { ActivityHead } from './activity-head.tsx';
import { useDesk } from './desk.ts';
import { Emphasis } from './emphasis.tsx';
import { goTo } from './next.tsx';
import { durationOf, momentIn, nextItem } from './plan.ts';
import { RehearseButton } from './rehearsal/rehearse-button.tsx';
import { activitiesOf, shownOf } from './shown-activity.ts';
import { StillRunning } from './still-running.tsx';

type Item = AgendaView['items'][number];

/** The item in the middle: the one that is open, or another that was chosen in the run-of-show. */
export const viewedItem = (agenda: AgendaView, viewed: string | null): Item | undefined =>
  agenda.items.find((item) => item.id === (viewed ?? agenda.current));

/** The middle of the desk: what is open, or what was chosen to look at. */
export function Current({ meeting, agenda }: { meeting: MeetingView; agenda: AgendaView }) {
  const desk = useDesk();
  const item = viewedItem(agenda, desk.viewed.value);
  if (!item)
    return (
      <section class="cur" id="current" tabIndex={-1}>
        <h2>{t('desk.before_start')}</h2>
        <p class="hintline">{t('desk.before_start_hint')}</p>
        <div class="hintline">
          <RehearseButton meeting={meeting} />
        </div>
        <div class="joinbox">
          <span>{t('desk.top_code')}</span>
          <b class="num">{spacedCode(meeting.code)}</b>
          <span class="num">{joinAddress()}</span>
        </div>
      </section>
    );
  const other = item.id !== agenda.current;
  return (
    <>
      {other && <NotCurrent item={item} started={agenda.current !== null} />}
      <StillRunning agenda={agenda} except={item} />
      {item.activities.length > 0 ? (
        <ActivitiesOf key={item.id} meeting={meeting} item={item} />
      ) : (
        <Plain item={item} next={nextItem({ ...agenda, current: item.id })} zone={meeting.timezone} />
      )}
    </>
  );
}

function NotCurrent({ item, started }: { item: Item; started: boolean }) {
  const desk = useDesk();
  return (
    <div class="notcurrent" role="status">
      <p>
        <Emphasis text={t('desk.viewing_other', { title: localized(item.title) })} />
      </p>
      <Button look="act" icon="play" onClick={() => void goTo(desk, item.id)}>
        {t('desk.run_open')}
      </Button>
      {started && (
        <Button icon="back" onClick={() => (desk.viewed.value = null)}>
          {t('desk.run_back')}
        </Button>
      )}
    </div>
  );
}

/** An item's activities: one mostly; of several, one at a time. */
function ActivitiesOf({ meeting, item }: { meeting: MeetingView; item: Item }) {
  const desk = useDesk();
  const all = activitiesOf(desk.live, item);
  const shown = shownOf(all, desk.chosen.value);
  if (!shown) return null;
  const Panel = deskKinds[shown.kind]?.Panel;
  return (
    <>
      {all.length > 1 && <ActivityChoice activities={all} shown={shown.id} />}
      <ActivityHead key={shown.id} meeting={meeting} activity={shown} title={localized(item.title)} />
      {Panel && <Panel key={shown.id} meeting={meeting} activity={shown} />}
    </>
  );
}

function Plain({ item, next, zone }: { item: Item; next: Item | undefined; zone: string }) {
  const end = momentIn(item.date, item.start, zone) + item.minutes * 60_000;
  return (
    <section class="cur" id="current" tabIndex={-1}>
      <div>
        <p class="over">
          <span>{t(`desk.type_${item.type}`)}</span>
          {item.startedAt !== null && <span>{t('desk.item_since', { time: formatTime(item.startedAt) })}</span>}
          <span>
            {item.type === 'overnight' && next
              ? t('desk.item_until_day', { day: formatDay(next.date), time: formatTime(end) })
              : t('desk.item_until', { time: formatTime(end) })}
          </span>
        </p>
        <h2>{localized(item.title)}</h2>
      </div>
      <p class="hintline">{t('desk.item_none')}</p>
      {next && (
        <div class="follows">
          <span>{t('desk.item_next')}</span>
          <p>
            <b class="num">{next.start}</b> {localized(next.title)}
          </p>
          <span>{durationOf(next, t)}</span>
        </div>
      )}
    </section>
  );
}
