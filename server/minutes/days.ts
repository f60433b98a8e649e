import type { AgendaLine, ItemSection, ScopeDay } from '../domain/minutes-document.ts';
import { capital } from './agenda.ts';
import type { Composing } from './compose.ts';

/** The day that an item belongs to, a calendar date: on which it was held, or for which it waits. */
export const dayOf = ({ date, retimed, startedAt }: AgendaLine, { format }: Composing): string =>
  startedAt === null ? (retimed?.date ?? date) : format.isoDate(startedAt);

/** The days of the meeting in their order, each with those of its items that have something to read. */
export function daysOf(lines: readonly AgendaLine[], sections: readonly ItemSection[], ctx: Composing): ScopeDay[] {
  const days = new Map(lines.map((line) => [line.id, dayOf(line, ctx)]));
  return [...new Set(days.values())].sort().map((date) => ({
    date,
    name: { text: capital(ctx.format.day(date), ctx), lang: ctx.lang },
    items: sections.filter(({ id }) => days.get(id) === date).map(({ id, title }) => ({ id, title })),
  }));
}
