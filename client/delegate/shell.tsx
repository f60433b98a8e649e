import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { AgendaView } from '../../server/domain/view.ts';
import { currentItem, daysOf } from '../lib/agenda.ts';
import { lang, localized, t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { LanguageSwitch, languageOwnNames } from '../ui/language-switch.tsx';
import { RehearsalWords } from '../ui/rehearsal.tsx';
import { Mark } from '../ui/ring.tsx';
import { Connection } from './connection.tsx';
import { FloorLine } from './floor/floor-line.tsx';
import { useOwnFloor } from './floor/own-floor.ts';
import { Interpretation } from './interpretation.tsx';
import { useSession } from './session.ts';
import { type Tab, tab, tabs } from './tabs.ts';

const icons: Record<Tab, IconName> = { now: 'now', agenda: 'agenda', mine: 'mine', floor: 'mic' };
const choosing = signal(false);

/** What stands around every tab: where one is, the language, the connection, the way to the other tabs. */
export function Shell({ children }: { children: ComponentChildren }) {
  const { place } = useOwnFloor();
  return (
    <div class="phone">
      <Bar />
      <div class="tops">
        <RehearsalWords meeting={useSession().meeting.value} />
        <Connection />
        <FloorLine />
      </div>
      <main class="page" key={tab.value}>
        {children}
      </main>
      <nav class="tabs" aria-label={t('delegate.tabs')}>
        {tabs.map((name) => (
          <a key={name} href={`#${name}`} aria-current={tab.value === name ? 'page' : undefined}>
            <Icon name={icons[name]} />
            <span>
              {t(`delegate.tab_${name}`)}
              {name === 'floor' && place !== null && <b class="num">{place}</b>}
            </span>
          </a>
        ))}
      </nav>
    </div>
  );
}

function Bar() {
  const session = useSession();
  const meeting = session.meeting.value;
  const agenda = session.live.value<AgendaView>('agenda').value;
  const days = agenda ? daysOf(agenda) : [];
  const now = agenda && currentItem(agenda);
  return (
    <header class="bar">
      <Mark />
      <p class="bar-name">
        <strong>{meeting ? localized(meeting.title) : t('common.productName')}</strong>
        {now && days.length > 1 && <span>{t('delegate.day', { n: days.indexOf(now.date) + 1 })}</span>}
      </p>
      <Button
        look="quiet"
        icon="language"
        aria-label={t('delegate.languageIs', { language: languageOwnNames[lang.value] })}
        onClick={() => {
          choosing.value = true;
        }}
      >
        {languageOwnNames[lang.value]}
      </Button>
      {choosing.value && (
        <Dialog
          title={t('common.language')}
          light
          onClose={() => {
            choosing.value = false;
          }}
          actions={null}
        >
          <LanguageSwitch
            among={meeting?.languages}
            onChoose={(language) => {
              void session.setLanguage(language);
              choosing.value = false;
            }}
          />
          <Interpretation all />
        </Dialog>
      )}
    </header>
  );
}
