import type { ActivityView, AgendaView } from '../../server/domain/view.ts';
import { delegateKinds } from '../activities/delegate.ts';
import { OnDemand } from '../lib/on-demand.ts';
import { lang } from '../lib/words.ts';
import { pages, peopleHere } from './pages.ts';
import type { Session } from './session.ts';

/** In milliseconds: first the answer that somebody came to give, and not a whole room at once. */
const NOT_BEFORE = 4000;
const SPREAD = 8000;
const BETWEEN = 3000;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Fetches, while there is a network and nothing else to do, what this meeting will need later: the other tabs, the views of
 * its kinds of activity, and its texts in the language of the page. What does not come now is fetched when it is needed.
 */
export async function fetchAhead(
  { live, meeting, documents }: Pick<Session, 'live' | 'meeting' | 'documents'>,
  wait: (ms: number) => Promise<unknown> = pause,
): Promise<void> {
  await wait(NOT_BEFORE + Math.random() * SPREAD);
  for (const part of [pages.agenda, pages.mine, pages.floor, peopleHere])
    if (live.state.value === 'live') await part.load();
  await wait(NOT_BEFORE);
  const ids = live.value<AgendaView>('agenda').value?.items.flatMap((item) => item.activities) ?? [];
  const activities = ids.flatMap((id) => live.value<ActivityView>(`a/${id}`).value ?? []);
  for (const kind of new Set(activities.map((activity) => activity.kind))) {
    const View = delegateKinds[kind]?.View;
    if (View instanceof OnDemand && live.state.value === 'live') await View.load();
  }
  for (const { id, kind } of activities) {
    if (!delegateKinds[kind]?.reading || !meeting.value || live.state.value !== 'live') continue;
    await wait(BETWEEN);
    if (!(await documents.fetchAhead(meeting.value.id, id, lang.value))) return;
  }
}
