import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { type Desk, useDesk } from '../desk.ts';
import { screenOf } from './screens.ts';

type State = 'blank' | 'frozen';

/** Blacks the screen out and lights it again; also on the phone's bar. */
export function Blank() {
  const desk = useDesk();
  const { blank } = screenOf(desk.live, desk.screen.value);
  return (
    <Button icon="blank" class="blank" aria-pressed={blank} onClick={() => void toggleBlank(desk)}>
      {t('desk.screen_blank')}
    </Button>
  );
}

/** Holds the picture as it is, and lets it go on. */
export function Freeze() {
  const desk = useDesk();
  const { frozen } = screenOf(desk.live, desk.screen.value);
  return (
    <Button icon="freeze" class="freeze" aria-pressed={frozen} onClick={() => void toggleFrozen(desk)}>
      {t('desk.screen_freeze')}
    </Button>
  );
}

/** What the last press asked for, until it is answered: a second one right after it turns the other way. */
const asked: Record<State, boolean | null> = { blank: null, frozen: null };

async function toggle(desk: Desk, state: State): Promise<void> {
  const screen = desk.screen.peek();
  const wanted = !(asked[state] ?? screenOf(desk.live, screen)[state]);
  asked[state] = wanted;
  if (state === 'blank') await desk.run('core.BlankScreen', { blank: wanted, screen });
  else await desk.run('core.FreezeScreen', { frozen: wanted, screen });
  asked[state] = null;
}

export const toggleBlank = (desk: Desk): Promise<void> => toggle(desk, 'blank');
export const toggleFrozen = (desk: Desk): Promise<void> => toggle(desk, 'frozen');
