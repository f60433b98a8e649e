import type { AgendaView, MeetingView, PeopleView } from '../../server/domain/view.ts';
import { everySecond } from '../lib/clock.ts';
import { formatTime, localized, setLanguage, t } from '../lib/words.ts';
import { spacedCode } from '../screen/address.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Mark } from '../ui/ring.tsx';
import { useDesk } from './desk.ts';
import { Emphasis } from './emphasis.tsx';
import { byDay, minutesBehind } from './plan.ts';

/** Which meeting, its code, who is here, and the clock against the plan. */
export function Top(props: {
  meeting: MeetingView;
  agenda: AgendaView;
  onLinks: () => void;
  onInterpretation: () => void;
  onRehearse: () => void;
}) {
  const { meeting, agenda, onLinks, onInterpretation, onRehearse } = props;
  const current = agenda.items.find((item) => item.id === agenda.current) ?? agenda.items[0];
  const day = byDay(agenda.items).find(({ date }) => date === current?.date)?.n ?? 1;
  return (
    <header class="top">
      <a class="skip" href="#current">
        {t('desk.skip_to_current')}
      </a>
      <Mark />
      <h1>
        <b>{t('desk.top_day', { place: localized(meeting.place), n: day })}</b>{' '}
        <span> · {localized(meeting.title)}</span>
      </h1>
      <p class="fact code">
        {t('desk.top_code')} <b class="num">{spacedCode(meeting.code)}</b>
      </p>
      <Here />
      <Clock agenda={agenda} zone={meeting.timezone} />
      <Button
        icon="headphones"
        class="links interpretation"
        title={t('desk.interpretation')}
        onClick={onInterpretation}
      >
        <span>{t('desk.interpretation')}</span>
      </Button>
      {!meeting.rehearsal && (
        <Button icon="rehearse" class="links rehearse" title={t('desk.rehearse')} onClick={onRehearse}>
          <span>{t('desk.rehearse')}</span>
        </Button>
      )}
      <Button icon="link" class="links" title={t('desk.links_button')} onClick={onLinks}>
        <span>{t('desk.links_button')}</span>
      </Button>
      <LanguageSwitch among={meeting.languages} onChoose={(language) => void setLanguage(language)} />
    </header>
  );
}

function Here() {
  const { live } = useDesk();
  const joined = live.value<PeopleView>('people').value?.joined ?? 0;
  const here = live.here.value?.here;
  return (
    <p class="fact here" title={here === undefined ? undefined : t('desk.top_here_long', { here, joined })}>
      <Icon name="people" />
      <Emphasis
        text={here === undefined ? t('desk.top_joined', { n: joined }) : t('desk.top_here', { here, joined })}
      />
    </p>
  );
}

function Clock({ agenda, zone }: { agenda: AgendaView; zone: string }) {
  const { live } = useDesk();
  void everySecond.value;
  const now = live.now();
  const behind = minutesBehind(agenda, now, zone);
  return (
    <p class="fact">
      <Icon name="clock" />
      <b class="num">{formatTime(now)}</b>
      {behind !== null && <span class={behind > 0 ? 'behind' : undefined}>{delayWords(behind)}</span>}
    </p>
  );
}

function delayWords(behind: number): string {
  if (behind === 0) return t('desk.on_time');
  return behind > 0 ? t('desk.late_by', { n: behind }) : t('desk.early_by', { n: -behind });
}
