import { useState } from 'preact/hooks';
import type { OwnItem } from '../../server/domain/activities/activity.ts';
import type { ActivityView, AgendaView } from '../../server/domain/view.ts';
import { delegateKinds } from '../activities/delegate.ts';
import { kindName, placeLine } from '../lib/lists.ts';
import { localized, t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { LanguageSwitch } from '../ui/language-switch.tsx';
import { Notice } from '../ui/notice.tsx';
import { isReading, usePlace } from './activity.tsx';
import { askedIn } from './ask.tsx';
import { Attendance } from './attendance.tsx';
import { Forget } from './forget.tsx';
import { About } from './join/about.tsx';
import { Consents } from './join/consents.tsx';
import './mine.css';
import { HandOver } from './others/hand-over.tsx';
import { PersonalCode } from './personal-code.tsx';
import { useSession } from './session.ts';
import { goTo } from './tabs.ts';
import { ThemeOf } from './themes.tsx';
import { Waiting } from './waiting.tsx';

/** Everything of mine: what I sent, who I am here, what may stand in the minutes. */
export function Mine() {
  const session = useSession();
  const { meeting, live } = session;
  const self = live.self.value;
  const [changed, setChanged] = useState(false);
  return (
    <section class="mine">
      <h1>{t('delegate.tab_mine')}</h1>
      <Waiting activity={null} />
      <Items />
      <section class="block">
        <h2>{t('delegate.consents')}</h2>
        <Consents
          value={session.consents.value}
          onChange={(consents) => {
            setChanged(true);
            void session.choose('core.SetConsents', consents);
          }}
        />
        <p class="soft" role="status">
          {changed && t(live.state.value === 'live' ? 'tabs.mine_consentsSaved' : 'tabs.mine_consentsWaiting')}
        </p>
        <p class="soft">{t('tabs.mine_consentsUntil')}</p>
      </section>
      <section class="block">
        <h2>{t('tabs.mine_me')}</h2>
        {self && meeting.value && (
          <p>
            <strong>
              <bdi>{self.name}</bdi>
            </strong>
            <br />
            <bdi>{placeLine(meeting.value, self)}</bdi>
            <br />
            <span class="soft">{kindName(meeting.value, self.kind)}</span>
          </p>
        )}
        <h3>{t('delegate.personalCode')}</h3>
        <PersonalCode code={session.me.value?.personalCode ?? null} />
        <p class="soft">{t('tabs.mine_codeUse')}</p>
      </section>
      <section class="block">
        <h2>{t('tabs.mine_attendance')}</h2>
        <Attendance />
      </section>
      <section class="block">
        <h2>{t('common.language')}</h2>
        <LanguageSwitch among={meeting.value?.languages} onChoose={(language) => void session.setLanguage(language)} />
      </section>
      <section class="block">
        <h2>{t('tabs.mine_phone')}</h2>
        {meeting.value && <About holder={meeting.value.holder} />}
        <HandOver />
        <Forget />
      </section>
    </section>
  );
}

/** What I sent, by activity in the order of the agenda; what waits stands first. */
function Items() {
  const { live, outbox } = useSession();
  const agenda = live.value<AgendaView>('agenda').value;
  const items = live.self.value?.items ?? [];
  const waiting = new Set(outbox.value?.entries.value.map((entry) => (entry.data as { activity?: string }).activity));
  const ids = agenda?.items.flatMap((item) => item.activities as readonly string[]) ?? [];
  const own: Readonly<Record<string, unknown>> = live.self.value?.own ?? {};
  const used = ids.filter((id) => waiting.has(id) || id in own || items.some((item) => item.activity === id));
  if (!agenda || used.length === 0)
    return (
      <Notice icon="mine">
        <p>{t('tabs.mine_empty')}</p>
      </Notice>
    );
  return (
    <>
      {used.map((id) => {
        const activity = live.value<ActivityView>(`a/${id}`).value;
        return activity && <OfActivity key={id} activity={activity} items={items.filter((i) => i.activity === id)} />;
      })}
    </>
  );
}

function OfActivity({ activity, items }: { activity: ActivityView; items: readonly OwnItem[] }) {
  const { lookingAt } = useSession();
  const Own = delegateKinds[activity.kind]?.Own;
  const place = usePlace(activity);
  return (
    <section class="block">
      <h2>
        <small class="soft">
          {place ? t('delegate.question', { n: place.n, of: place.of }) : t('delegate.reading')}
        </small>
        {localized(askedIn(activity).prompt)}
      </h2>
      <Waiting activity={activity.id} />
      {Own ? (
        items.map((item) => (
          <div key={item.id}>
            <Own item={item} />
            <ThemeOf item={item.id} />
          </div>
        ))
      ) : (
        <Button
          look="quiet"
          iconAfter="next"
          onClick={() => {
            lookingAt.value = isReading(activity) || activity.status === 'closed' ? activity.id : null;
            goTo('now');
          }}
        >
          {t('tabs.mine_goThere')}
        </Button>
      )}
    </section>
  );
}
