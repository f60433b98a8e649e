import type { AgendaLine, Planned } from '../../domain/minutes-document.ts';
import type { Value } from './cells.ts';
import type { Making } from './making.ts';
import { calendarDate, wallClock } from './moments.ts';
import { type Sheet, tableSheet } from './sheet.ts';

const MINUTE = 60_000;

/** A row for each item: when it was to be, what the meeting made of that, and when it was. */
export function agendaSheet({ doc, say, make }: Making): Sheet | null {
  if (doc.agenda.length === 0) return null;
  const planned = (plan: Planned | null): Value =>
    plan && { date: calendarDate(plan.date, plan.start), look: 'minute' };
  const real = (at: number | null): Value =>
    at === null ? null : { date: wallClock(at, doc.meeting.timezone), look: 'minute' };
  const remark = ({ inserted, startedAt, held }: AgendaLine): string =>
    [...(inserted ? [say('added')] : []), ...(startedAt === null ? [held.text] : [])].join(' · ');
  return tableSheet(make, {
    name: say('sheetAgenda'),
    keeps: 1,
    columns: [
      { name: doc.columns.item ?? '' },
      { name: say('plannedFor'), centred: true },
      { name: say('plannedMinutes'), centred: true },
      { name: say('changedTo'), centred: true, optional: true },
      { name: say('changedMinutes'), centred: true, optional: true },
      { name: say('startedAt'), centred: true, optional: true },
      { name: say('endedAt'), centred: true, optional: true },
      { name: say('heldMinutes'), centred: true, optional: true },
      { name: say('remark'), optional: true, most: 30 },
    ],
    rows: doc.agenda.map((line) => [
      line.title,
      planned(line),
      line.minutes,
      planned(line.retimed),
      line.retimed?.minutes ?? null,
      real(line.startedAt),
      real(line.endedAt),
      line.startedAt === null || line.endedAt === null ? null : Math.round((line.endedAt - line.startedAt) / MINUTE),
      remark(line),
    ]),
  });
}
