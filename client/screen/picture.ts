import type { ActivityId, ItemId } from '../../server/domain/ids.ts';
import type { ActivityView, AgendaView, ScreenView } from '../../server/domain/view.ts';

type Entry = AgendaView['items'][number];

/** What the screen shows now; `activity` is the one whose time stands in the rail, whatever the picture is. */
export type Picture =
  | { readonly show: 'join'; readonly activity: ActivityView | undefined }
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
  const running = entry ? runningOf(entry, read.activity) : undefined;
  const { show } = screen;
  if (show.mode === 'join') return { show: 'join', activity: running };
  if (show.mode === 'item') {
    const kind = read.kindOf(show.item);
    if (kind) return { show: 'item', item: show.item, kind, activity: running };
  }
  if (!entry) return { show: 'welcome', next: agenda.items[0], activity: undefined };
  if (running) return { show: 'activity', activity: running, entry };
  return { show: 'agenda', entry, next: agenda.items[index + 1], activity: undefined };
}

/** Of an item's activities the one to show: open before closing, paused, closed; one that was never opened is not. */
function runningOf(entry: Entry, activity: (id: ActivityId) => ActivityView | undefined): ActivityView | undefined {
  const rank = { open: 0, closing: 1, paused: 2, closed: 3, planned: 4 };
  return entry.activities
    .map(activity)
    .filter((a): a is ActivityView => a !== undefined && a.status !== 'planned')
    .sort((a, b) => rank[a.status] - rank[b.status])[0];
}
