import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RejectionFrame } from '../../server/domain/protocol.ts';
import type { AgendaView, MeetingView } from '../../server/domain/view.ts';
import { startAnewAfterRehearsal } from '../lib/start-anew.ts';
import { localized, t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { rejectionWords } from '../ui/notice.tsx';
import { Mark } from '../ui/ring.tsx';
import { useDesk } from './desk.ts';
import { enterByLink } from './enter.ts';
import { Layout } from './layout.tsx';

/** The facilitators' page: lets in whoever holds the link, then shows the desk. */
export function App() {
  const desk = useDesk();
  const refused = useSignal<RejectionFrame | null>(null);
  const enter = async () => {
    refused.value = await enterByLink();
    if (!refused.value) desk.live.start();
  };
  useEffect(() => {
    startAnewAfterRehearsal(desk.live);
    void enter();
  }, []);

  const meeting = desk.live.value<MeetingView>('meeting').value;
  const agenda = desk.live.value<AgendaView>('agenda').value;
  const title = meeting ? t(pageTitle(meeting), { meeting: localized(meeting.title) }) : '';
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);

  if (desk.live.ended.value) return <Ended />;
  const shutOut = desk.live.state.value === 'refused' && !desk.renewing.value ? desk.live.refusal.value : null;
  const refusal = refused.value ?? shutOut;
  if (refusal) return <Refused refusal={refusal} onRetry={() => void enter()} />;
  if (!meeting || !agenda)
    return (
      <main class="door" aria-busy="true">
        <Mark />
        <p role="status">{t('desk.entering')}</p>
      </main>
    );
  return <Layout meeting={meeting} agenda={agenda} />;
}

const pageTitle = ({ rehearsal }: MeetingView) => (rehearsal ? 'desk.rehearsal_page_title' : 'desk.page_title');

/** For the moment until the page starts anew. */
function Ended() {
  return (
    <main class="door" aria-busy="true">
      <Mark />
      <h1>{t('common.rehearsalEnded')}</h1>
      <p>{t('desk.rehearsal_back')}</p>
    </main>
  );
}

function Refused({ refusal, onRetry }: { refusal: RejectionFrame; onRetry: () => void }) {
  const away = refusal.code === 'UNAVAILABLE';
  return (
    <main class="door">
      <Mark />
      <h1>{away ? rejectionWords(refusal) : t('desk.refused_title')}</h1>
      {!away && <p>{refusal.code === 'SESSION_UNKNOWN' ? t('desk.no_link') : rejectionWords(refusal)}</p>}
      {!away && <p>{t('desk.refused_hint')}</p>}
      <Button look="act" onClick={onRetry}>
        {t('desk.try_again')}
      </Button>
    </main>
  );
}
