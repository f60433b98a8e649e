import { heardOf } from '../domain/heard.ts';
import type { Attendance, Block, Cell, Present, Run } from '../domain/minutes-document.ts';
import type { Half } from '../domain/parts/half-day.ts';
import type { MeetingState } from '../domain/state.ts';
import { localeTag } from '../words.ts';
import { bucketName } from './authors.ts';
import type { Composing } from './compose.ts';

/** Every half-day in which anybody was there, oldest first. */
export const halvesOf = ({ parts }: MeetingState): Half[] =>
  [...new Set([...parts.attendance.halves.values()].flatMap((halves) => [...halves]))].sort();

/** A half-day in words: 25 June, morning. */
export function halfName(half: Half, { lang, words, file }: Composing): Run {
  const [date = '', part = 'am'] = half.split('/');
  const day = new Intl.DateTimeFormat(localeTag(lang, file.region), { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return { text: words(`minutes.half_${part}`, { date: day.format(Date.parse(date)) }), lang };
}

/** How many were there, by half-day and kind; null where nobody has come, or the log is older than attendance. */
export function attendanceOf(state: MeetingState, ctx: Composing): Attendance | null {
  const halves = halvesOf(state).filter((half) => ctx.day === undefined || half.startsWith(ctx.day));
  if (halves.length === 0) return null;
  const there = (half: Half) =>
    [...state.participants.values()].filter(({ id }) => state.parts.attendance.halves.get(id)?.has(half));
  // The kinds that stand by themselves are the same as where it is told who was heard.
  const standing = new Set(Object.keys(heardOf(state).byKind));
  const { file, lang, words } = ctx;
  const ids = [...file.kinds.map(({ id }) => id).filter((id) => standing.has(id)), ...(standing.has('') ? [null] : [])];
  return {
    halves: halves.map((id) => ({ id, name: halfName(id, ctx), n: there(id).length })),
    groups:
      ids.length < 2
        ? []
        : ids.map((id) => ({
            id,
            name: { text: bucketName(id, 'kind', file, lang, words), lang },
            n: halves.map((half) => there(half).filter((p) => (standing.has(p.kind) ? p.kind : null) === id).length),
          })),
  };
}

/** A row for each kind, a column for each half-day, and all together. */
export function attendanceBlocks(attendance: Attendance | null, { words, lang }: Composing): Block[] {
  if (!attendance) return [];
  const run = (text: string): Run => ({ text, lang });
  const number = (n: number): Cell => ({ runs: [run(words('minutes.number', { n }))] });
  const { halves, groups } = attendance;
  return [
    {
      type: 'table',
      look: 'numbers',
      caption: run(words('minutes.attendance')),
      head: [{ runs: [run(words('minutes.heardBy_kind'))] }, ...halves.map(({ name }) => ({ runs: [name] }))],
      rows: [
        ...groups.map(({ name, n }) => [{ runs: [name], names: true as const }, ...n.map(number)]),
        [{ runs: [run(words('minutes.total'))], names: true as const }, ...halves.map(({ n }) => number(n))],
      ],
    },
  ];
}

/** When somebody was there: nothing where the meeting had one half-day alone. */
export function presentRuns({ halves }: Present, all: Attendance | null, ctx: Composing): Run[] {
  const { words, format, lang } = ctx;
  if (!all || all.halves.length < 2 || halves.length === 0) return [];
  const names = halves.map((half) => halfName(half, ctx).text);
  const when =
    halves.length === all.halves.length
      ? words(ctx.day === undefined ? 'minutes.throughout' : 'minutes.throughoutDay')
      : format.list(names);
  return [{ text: ` · ${when}`, lang, style: 'soft' }];
}
