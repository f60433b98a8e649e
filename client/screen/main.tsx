import '../ui/halqa.css';
import './screen.css';
import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import type { RejectionFrame } from '../../server/domain/protocol.ts';
import type { MeetingView } from '../../server/domain/view.ts';
import { enterByLink, reloadOnNewLink } from '../desk/enter.ts';
import { Live } from '../lib/live.ts';
import { startAnewAfterRehearsal } from '../lib/start-anew.ts';
import { keepAwake } from './awake.ts';
import { holding } from './held.ts';
import { numberIn, ofScreen } from './number.ts';
import { useFreshNumber } from './number-label.tsx';
import { NoPicture, Screen } from './screen.tsx';

const live = new Live('screen');
const number = numberIn(location.search);
const source = holding(
  ofScreen(live, number),
  computed(() => live.state.value === 'live'),
);
const refused = signal<RejectionFrame | null>(null);

/** The projector's page: nothing on it can be operated, so that nothing on it can go wrong before a room. */
function Page() {
  const known = live.value<MeetingView>('meeting').value !== undefined;
  const fresh = useFreshNumber(number, known);
  if (live.ended.value) return <NoPicture word="rehearsal_ended" />;
  if (refused.value?.code === 'UNAVAILABLE') return <NoPicture word="connecting" />;
  if (refused.value || live.state.value === 'refused') return <NoPicture word="refused" />;
  if (!known) return <NoPicture word="connecting" />;
  return <Screen source={source} number={fresh} />;
}

async function enter(): Promise<void> {
  refused.value = await enterByLink();
  if (!refused.value) live.start();
  else if (refused.value.code === 'UNAVAILABLE') setTimeout(() => void enter(), 3000);
}

const app = document.getElementById('app');
if (app) {
  render(<Page />, app);
  reloadOnNewLink();
  keepAwake();
  startAnewAfterRehearsal(live);
  void enter();
}
