import { useState } from 'preact/hooks';
import type { RejectionFrame } from '../../server/domain/protocol.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice, rejectionWords } from '../ui/notice.tsx';
import { useSession } from './session.ts';

/**
 * Saying that I leave, and that I am back. Sent now or not at all: it is about this moment, and a leaving that arrived
 * when its sender is back would be wrong.
 */
export function Attendance() {
  const { live } = useSession();
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<RejectionFrame | null>(null);
  const left = live.self.value?.parts.attendance.left ?? false;
  const say = async () => {
    if (sending) return;
    setSending(true);
    const answer = await live.send(left ? 'attendance.Arrive' : 'attendance.Leave', {});
    setSending(false);
    setRefused(answer.ok ? null : answer.rejection);
  };
  return (
    <>
      <p role="status">
        {left && (
          <span class="state good">
            <Icon name="check" />
            {t('tabs.mine_left')}
          </span>
        )}
      </p>
      <p class="soft">{t('tabs.mine_attendanceWhat')}</p>
      <Button icon={left ? 'back' : 'next'} aria-disabled={sending} onClick={() => void say()}>
        {t(left ? 'tabs.mine_arrive' : 'tabs.mine_leave')}
      </Button>
      {refused && (
        <Notice tone="bad" icon="warning" announce>
          {refused.code === 'UNAVAILABLE' ? t('tabs.mine_attendanceNotArrived') : rejectionWords(refused)}
        </Notice>
      )}
    </>
  );
}
