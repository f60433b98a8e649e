import type { ActivityId, ItemId } from '../../server/domain/ids.ts';
import type { ActivityView, AgendaView, ScreenView } from '../../server/domain/view.ts';

export type Entry = AgendaView['items'][number];

/** What the screen shows now; `activity` is the one whose time stands beside it, whatever the picture is. */
export type Picture =
  | { readonly show: 'join'; readonly activity: ActivityView | undefined }
  | { readonly show: 'other'; readonly activity: ActivityView | undefined }
  | { readonly show: 'item'; readonly item: ItemId; readonly kind: string; readonly activity: ActivityView | undefined }
  | { readonly show: 'activity'; readonly activity: ActivityView; readonly entry: Entry }
  | { readonly show: 'agenda'; readonly entry: Entry; readonly next: Entry | undefined; readonly activity: undefined }
  | { readonly show: 'welcome'; readonly next: Entry | undefined; readonly activity: undefined };

/** Chooses the picture. An item that is no longer there (hidden, withdrawn) gives way to what is open. */
export function pictureOf(
  agenda: AgendaView,
  screen: ScreenView,
  read: { activity(id: ActivityId): ActivityView | undefined; kindOf(item: ItemId): string | undefined },
): Picture {
  const index = agenda.items.findIndex((item) => item.id === agenda.current);
  const entry = agenda.items[index];
  const next = agenda.items.slice(index + 1).find((item) => !item.skipped);
  const running = entry ? runningOf(entry, read.activity) : undefined;
  const { show } = screen;
  if (show.mode === 'join' || show.mode === 'other') return { show: show.mode, activity: running };
  if (show.mode === 'item') {
    const kind = read.kindOf(show.item);
    if (kind) return { show: 'item', item: show.item, kind, activity: running };
  }
  if (show.mode === 'activity') {
    const home = agenda.items.find(({ activities }) => activities.includes(show.activity));
    const activity = read.activity(show.activity);
    if (home && activity) return { show: 'activity', activity, entry: home };
  }
  if (!entry) return { show: 'welcome', next, activity: undefined };
  if (running && !isPause(entry)) return { show: 'activity', activity: running, entry };
  return { show: 'agenda', entry, next, activity: undefined };
}

/** People are away, and want to know when it goes on; what stays open meanwhile is on their phones. */
export const isPause = ({ type }: Entry): boolean => type === 'break' || type === 'overnight' || type === 'visit';

/** Of an item's activities the one to show: open before closing, paused, closed; one that was never opened is not. */
function runningOf(entry: Entry, activity: (id: ActivityId) => ActivityView | undefined): ActivityView | undefined {
  const rank = { open: 0, closing: 1, paused: 2, closed: 3, planned: 4 };
  return entry.activities
    .map(activity)
    .filter((a): a is ActivityView => a !== undefined && a.status !== 'planned')
    .sort((a, b) => rank[a.status] - rank[b.status])[0];
}
