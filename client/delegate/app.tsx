import { useEffect } from 'preact/hooks';
import { OnDemand } from '../lib/on-demand.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Mark } from '../ui/ring.tsx';
import { Fetched } from './fetched.tsx';
import { Now } from './now.tsx';
import { pages } from './pages.ts';
import { useSession } from './session.ts';
import { Shell } from './shell.tsx';
import { tab } from './tabs.ts';
import { Welcome } from './welcome.tsx';

/** Whoever is known does not need it; for the others the page's head names it, so that it comes with the rest. */
const join = new OnDemand(async () => (await import('./join/join.tsx')).Join);

/** The delegate's page: asking who is there, or the meeting in four tabs. */
export function App() {
  const session = useSession();
  const phase = session.phase.value;
  const title = phase === 'in' ? t(`delegate.tab_${tab.value}`) : t('delegate.joinTitle');
  useEffect(() => {
    document.title = `${title} · ${t('common.productName')}`;
  }, [title]);

  if (session.live.ended.value) return <Starting say="common.rehearsalEnded" />;
  if (phase === 'starting') return <Starting />;
  if (phase === 'joining') return <Joining />;
  return (
    // Nothing of one person's page is left when another has the phone.
    <Shell key={session.me.value?.participant}>
      {tab.value === 'now' ? (
        <Now />
      ) : (
        <Fetched key={tab.value} part={pages[tab.value]} with={{}} head={<h1>{t(`delegate.tab_${tab.value}`)}</h1>} />
      )}
      {session.welcome.value && <Welcome />}
    </Shell>
  );
}

function Starting({ say = 'common.connecting' }: { say?: string }) {
  return (
    <main class="starting" aria-busy="true">
      <Mark />
      <p role="status">{t(say)}</p>
    </main>
  );
}

function Joining() {
  const state = join.state.value;
  useEffect(() => {
    void join.load();
  }, []);
  if (state.at === 'here') return <state.part />;
  if (state.at === 'waiting') return <Starting />;
  return (
    <main class="starting">
      <Mark />
      <Notice tone="attention" icon="offline" announce>
        <p>{t('delegate.partMissing')}</p>
        <Button onClick={() => location.reload()}>{t('common.reload')}</Button>
      </Notice>
    </main>
  );
}
