import { signal } from '@preact/signals';
import type { ScreenNumber } from '../../../server/domain/commands.ts';
import type { ActivityView, AgendaView } from '../../../server/domain/view.ts';
import type { Live } from '../../lib/live.ts';
import { keyOfScreen, ofScreen, screenNumbers, screenOf } from '../../screen/number.ts';
import { pictureOf } from '../../screen/picture.ts';
import type { ScreenSource } from '../../screen/source.ts';
import { kindOfItem } from '../../screen/source.ts';

export { screenNumbers, screenOf };

/** The screens that were ever set, the first among them always. */
export const screensInUse = (live: Pick<Live, 'keys'>): ScreenNumber[] =>
  screenNumbers.filter((n) => n === 1 || live.keys('screen/').value.includes(keyOfScreen(n)));

/** What one of the screens is drawn from, for its preview at the desk. */
export const sourceOf = (live: Live, screen: ScreenNumber): ScreenSource => ({
  ...ofScreen(live, screen),
  // Whether the desk is connected says nothing about the projector.
  state: signal('live'),
});

/** What a screen shows, by the name under which it has words. */
export function shownOn(live: Live, screen: ScreenNumber): string {
  const agenda = live.value<AgendaView>('agenda').value;
  const state = screenOf(live, screen);
  if (!agenda) return 'welcome';
  if (state.blank) return 'blank';
  const picture = pictureOf(agenda, state, {
    activity: (id) => live.value<ActivityView>(`a/${id}`).value,
    kindOf: (item) => kindOfItem(live, item),
  });
  if (picture.show === 'activity') return picture.activity.kind;
  // `other` is the words' own name for whatever is left.
  return picture.show === 'other' ? 'elsewhere' : picture.show;
}

/** The address of a screen, by that of the first. */
export function addressOf(url: string, screen: ScreenNumber): string {
  const address = new URL(url);
  if (screen > 1) address.searchParams.set('screen', String(screen));
  return address.href;
}
