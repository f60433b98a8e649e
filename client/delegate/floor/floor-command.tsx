import { useState } from 'preact/hooks';
import type { RejectionFrame } from '../../../server/domain/protocol.ts';
import { t } from '../../lib/words.ts';
import { Notice, rejectionWords } from '../../ui/notice.tsx';
import { useSession } from '../session.ts';

export type CommandState = 'idle' | 'sending' | RejectionFrame;

/**
 * Commands about this very moment: a request for the floor that arrived an hour late would be worth nothing. So they are
 * sent now or not at all, and never kept.
 */
export function useFloorCommand() {
  const { live } = useSession();
  const [state, setState] = useState<CommandState>('idle');
  const give = async (type: 'floor.Ask' | 'floor.Withdraw' | 'floor.Yield'): Promise<void> => {
    if (state === 'sending') return;
    setState('sending');
    const answer = await live.send(type, {});
    setState(answer.ok ? 'idle' : answer.rejection);
  };
  return { give, state };
}

/** What to do where it did not arrive: there is always a hand to raise. */
export function FloorFailure({ state }: { state: CommandState }) {
  if (typeof state === 'string') return null;
  return (
    <Notice tone="bad" icon="warning" announce>
      {state.code === 'UNAVAILABLE' ? t('tabs.floor_notArrived') : rejectionWords(state)}
    </Notice>
  );
}
