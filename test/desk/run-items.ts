import type { AgendaItemId } from '../../server/domain/ids.ts';
import type { AgendaView } from '../../server/domain/view.ts';

export type Item = AgendaView['items'][number];

const title = { ar: 'فقرة', fr: 'Point', en: 'Item' };

/** An agenda item of the first day, an hour's session unless told. */
export const item = (id: string, start: string, minutes: number, more: Partial<Item> = {}): Item => ({
  id: id as AgendaItemId,
  date: '2019-06-25',
  start,
  minutes,
  title,
  type: 'session',
  activities: [],
  startedAt: null,
  endedAt: null,
  ...more,
});

export const agenda = (current: string | null, ...items: Item[]): AgendaView => ({
  current: current as AgendaItemId,
  items,
});
