import type { AgendaItemId } from '../domain/ids.ts';
import type { AgendaEntry } from '../domain/meeting-file.ts';
import type { AgendaLine, Block, Cell, ItemSection, Piece, Planned, Run } from '../domain/minutes-document.ts';
import type { MeetingState } from '../domain/state.ts';
import type { Composing } from './compose.ts';

/** The agenda as planned, re-timed and held, or the one line of an item. */
export function agendaLines(state: MeetingState, ctx: Composing, only?: AgendaItemId): AgendaLine[] {
  const last = ctx.file.agenda.findLastIndex((entry) => state.progress.has(entry.id));
  return ctx.file.agenda
    .filter((entry) => only === undefined || entry.id === only)
    .map((entry) => {
      const { startedAt = null, endedAt = null } = state.progress.get(entry.id) ?? {};
      // Passed over, or its day is gone; until then it may still be held.
      const passed = ctx.file.agenda.indexOf(entry) < last || ctx.format.isoDate(ctx.now) > entry.date;
      const waits = entry.skipped ? 'skipped' : passed ? 'notHeld' : 'toCome';
      const held: Run =
        startedAt === null
          ? { text: ctx.words(`minutes.${waits}`), lang: ctx.lang, style: 'soft' }
          : heldOf(entry.date, startedAt, endedAt, ctx);
      const planned = plannedOf(entry);
      return {
        id: entry.id,
        ...planned,
        retimed: retimedOf(entry, planned),
        inserted: entry.inserted ?? false,
        skipped: entry.skipped ?? false,
        title: { text: entry.title[ctx.lang], lang: ctx.lang },
        startedAt,
        endedAt,
        held,
        when: whenOf(entry, startedAt, endedAt, ctx),
      };
    });
}

/** What the meeting file says; of what was put in, where it was put. */
const plannedOf = ({ planned, date, start, minutes }: AgendaEntry): Planned => planned ?? { date, start, minutes };

function retimedOf({ date, start, minutes }: AgendaEntry, planned: Planned): Planned | null {
  const same = planned.date === date && planned.start === start && planned.minutes === minutes;
  return same ? null : { date, start, minutes };
}

/** The line under an item: its real times, or those for which it is meant. */
function whenOf(entry: AgendaEntry, startedAt: number | null, endedAt: number | null, ctx: Composing): Piece {
  const { words, format } = ctx;
  const planned = plannedOf(entry);
  const say = (key: string, values: { day: string; time: string }): Run => ({
    text: capital(words(`minutes.${key}`, values), ctx),
    lang: ctx.lang,
    style: 'soft',
  });
  const day = format.day(planned.date);
  if (startedAt !== null) {
    const time = heldOf(planned.date, startedAt, endedAt, ctx).text;
    return [say(format.isoDate(startedAt) === planned.date ? 'whenHeld' : 'whenMoved', { day, time })];
  }
  const changes = [
    ...(entry.skipped ? [words('minutes.skipped')] : changesOf(entry, ctx)),
    ...(entry.inserted ? [words('minutes.inserted')] : []),
  ];
  const more = changes.map((change): Run => ({ text: ` · ${change}`, lang: ctx.lang, style: 'soft' }));
  return [say('whenPlanned', { day, time: planned.start }), ...more];
}

/** How an item's time was changed, in words. */
function changesOf(entry: AgendaEntry, { words, format }: Composing): string[] {
  const { date, start, minutes } = plannedOf(entry);
  const day =
    date === entry.date ? entry.start : words('minutes.onDate', { date: format.date(entry.date), time: entry.start });
  return [
    ...(date !== entry.date || start !== entry.start ? [words('minutes.movedTo', { time: day })] : []),
    ...(minutes !== entry.minutes ? [words('minutes.resized', { n: entry.minutes })] : []),
  ];
}

/** The real times; with their dates where these are not the given one. */
function heldOf(date: string, startedAt: number, endedAt: number | null, ctx: Composing): Run {
  const { format, words, lang } = ctx;
  const dated = (at: number, time: string): string => words('minutes.onDate', { date: format.dateOf(at), time });
  const own = format.isoDate(startedAt) === date;
  const text = (time: string): string => (own ? time : dated(startedAt, time));
  if (endedAt === null) return { text: text(words('minutes.heldSince', { time: format.time(startedAt) })), lang };
  // What lies open over night ends on another day.
  if (format.isoDate(endedAt) !== format.isoDate(startedAt))
    return { text: `${text(format.time(startedAt))} – ${dated(endedAt, format.time(endedAt))}`, lang };
  return { text: text(format.timeRange(startedAt, endedAt)), lang };
}

/** French writes its days small, and the beginning of a line large. */
export const capital = (text: string, { lang }: Composing): string =>
  text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);

/** A table a day, as the days came to be: planned, with what became of the plan; item; held. */
export function agendaTables(
  agenda: readonly AgendaLine[],
  sections: readonly Pick<ItemSection, 'id'>[],
  ctx: Composing,
): Block[] {
  const { lang, words, format } = ctx;
  const run = (text: string, style?: Run['style'], target?: string): Run => ({
    text,
    lang,
    ...(style ? { style } : {}),
    ...(target ? { target } : {}),
  });
  const withSection = new Set(sections.map(({ id }) => id));
  const entries = new Map(ctx.file.agenda.map((entry) => [entry.id, entry]));
  const dateOf = (line: AgendaLine): string => (line.retimed ?? line).date;
  const planned = (line: AgendaLine): Cell => {
    const entry = entries.get(line.id);
    const time =
      line.date === dateOf(line)
        ? line.start
        : words('minutes.onDate', { date: format.date(line.date), time: line.start });
    const changes = [...(entry ? changesOf(entry, ctx) : []), ...(line.inserted ? [words('minutes.inserted')] : [])];
    return { runs: [run(time)], ...(changes.length > 0 ? { items: changes.map((text) => [run(text, 'soft')]) } : {}) };
  };
  return [...new Set(agenda.map(dateOf))].map((date) => ({
    type: 'table',
    look: 'list',
    caption: run(capital(format.day(date), ctx)),
    head: ['planned', 'item', 'held'].map((key) => ({ runs: [run(words(`minutes.${key}`))] })),
    rows: agenda
      .filter((line) => dateOf(line) === date)
      .map((line) => [
        planned(line),
        { runs: [run(line.title.text, undefined, withSection.has(line.id) ? sectionAnchor(line.id) : undefined)] },
        { runs: [line.held] },
      ]),
  }));
}

/** The anchor of an item's section; unlike any reference. */
export const sectionAnchor = (id: AgendaItemId): string => `item-${id}`;
