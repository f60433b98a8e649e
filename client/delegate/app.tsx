import { useEffect } from 'preact/hooks';
import { t } from '../lib/words.ts';
import { Mark } from '../ui/ring.tsx';
import { AgendaPage } from './agenda.tsx';
import { Join } from './join/join.tsx';
import { Mine } from './mine.tsx';
import { Now } from './now.tsx';
import { useSession } from './session.ts';
import { Shell } from './shell.tsx';
import { tab } from './tabs.ts';
import { Welcome } from './welcome.tsx';

/** The delegate's page: asking who is there, or the meeting in three tabs. */
export function App() {
  const session = useSession();
  const phase = session.phase.value;
  const title = phase === 'in' ? t(`delegate.tab_${tab.value}`) : t('delegate.joinTitle');
  useEffect(() => {
    document.title = `${title} · ${t('common.productName')}`;
  }, [title]);

  if (phase === 'starting')
    return (
      <main class="starting" aria-busy="true">
        <Mark />
        <p role="status">{t('common.connecting')}</p>
      </main>
    );
  if (phase === 'joining') return <Join />;
  return (
    <Shell>
      {tab.value === 'now' && <Now />}
      {tab.value === 'agenda' && <AgendaPage />}
      {tab.value === 'mine' && <Mine />}
      {session.welcome.value && <Welcome />}
    </Shell>
  );
}
