import type { AtTheFloor, Block, Cell, HeardRow, HeardTable, Piece, Run } from '../domain/minutes-document.ts';
import type { Composing } from './compose.ts';
import { authorRuns } from './front.ts';

const MINUTE = 60_000;

/** The annex on who was heard. */
export function heardBlocks(tables: readonly HeardTable[], floor: AtTheFloor | null, ctx: Composing): Block[] {
  const { words, lang } = ctx;
  const say = (key: string, values?: Parameters<typeof words>[1]): Run[] => [
    { text: words(`minutes.${key}`, values), lang },
  ];
  if (tables.length === 0 && !floor) return [];
  return [
    { type: 'heading', level: 2, runs: say('heard') },
    { type: 'note', runs: say('aboutHeard') },
    ...tables.map((table) => tableOf(table, ctx)),
    ...waitingNote(tables, ctx),
    ...(floor ? floorBlocks(floor, ctx) : []),
  ];
}

/** How much stands in no row, over the whole and in each activity: the two tables of the whole wait for the same. */
function waitingNote(tables: readonly HeardTable[], { words, lang }: Composing): Block[] {
  const distinct = tables.filter(({ activity, by }) => activity !== null || by === 'kind');
  const all = (what: keyof HeardTable['waiting']) => distinct.reduce((sum, { waiting }) => sum + waiting[what], 0);
  const [contributions, endorsements] = [all('contributions'), all('endorsements')];
  if (contributions + endorsements === 0) return [];
  return [{ type: 'note', runs: [{ text: words('minutes.heardWaiting', { contributions, endorsements }), lang }] }];
}

interface Column {
  readonly name: string;
  readonly of: (row: HeardRow) => number;
  /** What it is told in, where that is not how it is counted. */
  readonly unit?: number;
}

/** Each number with its share of all, so that it can be held against the share of the people. */
function tableOf({ by, title, rows }: HeardTable, { words, lang }: Composing): Block {
  const run = (text: string): Run => ({ text, lang });
  const spoken = rows.some((row) => row.floor !== null);
  const columns: readonly Column[] = [
    { name: 'people', of: (row) => row.people },
    { name: 'contributions', of: (row) => row.contributions },
    { name: 'endorsements', of: (row) => row.endorsements },
    ...(spoken
      ? [
          { name: 'times', of: (row: HeardRow) => row.floor?.times ?? 0 },
          { name: 'minutes', of: (row: HeardRow) => row.floor?.ms ?? 0, unit: MINUTE },
        ]
      : []),
  ];
  const total = ({ of }: Column): number => rows.reduce((sum, row) => sum + of(row), 0);
  const cell = (n: number, { unit = 1 }: Column, all = 0): Cell => {
    const rounded = Math.round(n / unit);
    const said =
      all > 0 ? words('minutes.ofAll', { n: rounded, share: n / all }) : words('minutes.number', { n: rounded });
    return { runs: [run(said)] };
  };
  return {
    type: 'table',
    look: 'numbers',
    caption: title,
    head: [`heardBy_${by}`, ...columns.map(({ name }) => `heard_${name}`)].map((key) => ({
      runs: [run(words(`minutes.${key}`))],
    })),
    rows: [
      ...rows.map((row) => [
        { runs: [row.name], names: true as const },
        ...columns.map((column) => cell(column.of(row), column, total(column))),
      ]),
      [
        { runs: [run(words('minutes.total'))], names: true as const },
        ...columns.map((column) => cell(total(column), column)),
      ],
    ],
  };
}

function floorBlocks({ people, times, ms, named }: AtTheFloor, ctx: Composing): Block[] {
  const { words, lang } = ctx;
  const count = (key: string, n: number): Piece => [{ text: words(`minutes.${key}`, { n }), lang }];
  const others = people - named.length;
  const minutes = Math.round(ms / MINUTE);
  return [
    { type: 'heading', level: 3, runs: [{ text: words('minutes.floor'), lang }] },
    {
      type: 'line',
      pieces: [count('floorPeople', people), count('floorTimes', times), count('floorMinutes', minutes)],
    },
    ...(named.length > 0
      ? [{ type: 'list' as const, ordered: false, items: named.map((by) => authorRuns(by, ctx)) }]
      : []),
    ...(named.length > 0 && others > 0 ? [{ type: 'note' as const, runs: count('floorOthers', others) }] : []),
  ];
}
