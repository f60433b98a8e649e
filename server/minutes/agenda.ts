import type { AgendaItemId } from '../domain/ids.ts';
import type { AgendaLine, Block, Cell, Run } from '../domain/minutes-document.ts';
import type { MeetingState } from '../domain/state.ts';
import type { Composing } from './compose.ts';

/** The agenda with planned and real times, or the one line of an item. */
export function agendaLines(state: MeetingState, ctx: Composing, only?: AgendaItemId): AgendaLine[] {
  const last = ctx.file.agenda.findLastIndex((entry) => state.progress.has(entry.id));
  return ctx.file.agenda
    .filter((entry) => only === undefined || entry.id === only)
    .map((entry) => {
      const { startedAt = null, endedAt = null } = state.progress.get(entry.id) ?? {};
      const { id, date, start, minutes } = entry;
      // Passed over, or its day is gone; until then it may still be held.
      const passed = ctx.file.agenda.indexOf(entry) < last || ctx.format.isoDate(ctx.now) > date;
      const held: Run =
        startedAt === null
          ? { text: ctx.words(passed ? 'minutes.notHeld' : 'minutes.toCome'), lang: ctx.lang, style: 'soft' }
          : heldOf(date, startedAt, endedAt, ctx);
      const moved = startedAt !== null && ctx.format.isoDate(startedAt) !== date;
      const words = startedAt === null ? 'minutes.whenPlanned' : moved ? 'minutes.whenMoved' : 'minutes.whenHeld';
      return {
        id,
        date,
        start,
        minutes,
        title: { text: entry.title[ctx.lang], lang: ctx.lang },
        startedAt,
        endedAt,
        held,
        when: [
          {
            text: capital(
              ctx.words(words, { day: ctx.format.day(date), time: startedAt === null ? start : held.text }),
              ctx,
            ),
            lang: ctx.lang,
            style: 'soft' as const,
          },
        ],
      };
    });
}

/** The real times; with their date where that is not the planned one. */
function heldOf(date: string, startedAt: number, endedAt: number | null, ctx: Composing): Run {
  const { format, words, lang } = ctx;
  const time =
    endedAt === null
      ? words('minutes.heldSince', { time: format.time(startedAt) })
      : format.timeRange(startedAt, endedAt);
  const planned = format.isoDate(startedAt) === date;
  return { text: planned ? time : words('minutes.onDate', { date: format.dateOf(startedAt), time }), lang };
}

/** French writes its days small, and the beginning of a line large. */
const capital = (text: string, { lang }: Composing): string => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);

/** A table a day: planned, item, held. */
export function agendaTables(agenda: readonly AgendaLine[], ctx: Composing): Block[] {
  const { lang, words, format, file } = ctx;
  const cell = (text: string, style?: Run['style'], target?: string): Cell => ({
    runs: [{ text, lang, ...(style ? { style } : {}), ...(target ? { target } : {}) }],
  });
  const withSection = new Set(file.agenda.filter((entry) => entry.activities.length > 0).map((entry) => entry.id));
  return [...new Set(agenda.map((line) => line.date))].map((date) => ({
    type: 'table',
    look: 'list',
    caption: { text: capital(format.day(date), ctx), lang },
    head: [cell(words('minutes.planned')), cell(words('minutes.item')), cell(words('minutes.held'))],
    rows: agenda
      .filter((line) => line.date === date)
      .map((line) => [
        cell(line.start),
        cell(line.title.text, undefined, withSection.has(line.id) ? sectionAnchor(line.id) : undefined),
        { runs: [line.held] },
      ]),
  }));
}

/** The anchor of an item's section; unlike any reference. */
export const sectionAnchor = (id: AgendaItemId): string => `item-${id}`;
