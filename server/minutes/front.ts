import {
  type Author,
  type Block,
  type Fact,
  type MinutesDocument,
  type Piece,
  type Quote,
  quotesIn,
  type Run,
} from '../domain/minutes-document.ts';
import { agendaTables } from './agenda.ts';
import { attendanceBlocks, presentRuns } from './attendance.ts';
import type { Composing } from './compose.ts';

/** The document while it is being composed. */
export type Base = Omit<MinutesDocument, 'opening' | 'front' | 'back' | 'annex' | 'foot'>;

/** Place and dates, or the one day, beside the title. */
export const asideOf = (day: string | undefined, { lang, file, format }: Composing): Run[] => [
  { text: file.place[lang], lang },
  { text: day !== undefined ? format.date(day) : format.dateRange(file.dates.first, file.dates.last), lang },
];

/** Facts, those present, the agenda. */
export function frontOf(base: Base, ctx: Composing): Block[] {
  const facts: Block = { type: 'facts', facts: factsOf(base, ctx) };
  if (base.item !== null) return [facts];
  return [
    facts,
    ...presentBlocks(base, ctx),
    heading('minutes.agenda', ctx),
    ...agendaTables(base.agenda, base.sections, ctx),
  ];
}

const run = (text: string, { lang }: Composing): Run => ({ text, lang });

const heading = (key: string, ctx: Composing): Block => ({
  type: 'heading',
  level: 2,
  runs: [run(ctx.words(key), ctx)],
});

function factsOf(base: Base, ctx: Composing): Fact[] {
  const { words, format, file } = ctx;
  const { meeting, sections } = base;
  const log = sections.flatMap((s) => s.activities).flatMap((a) => a.log);
  const quotes = [...quotesIn(log)];
  const writes = base.item === null || log.length > 0;
  // What stood there before the meeting was not written by the room.
  const of = (kind: Quote['kind']): number =>
    quotes.filter((quote) => quote.kind === kind && quote.by.as !== 'document').length;
  const count = (key: string, n: number): Piece => [run(words(key, { n }), ctx)];
  const some = (key: string, n: number): Piece[] => (n > 0 ? [count(key, n)] : []);
  const fact = (name: string, value: readonly Piece[]): Fact => ({ name: run(words(name), ctx), value });
  const people = [
    count('minutes.participants', meeting.participants),
    ...some('minutes.cities', meeting.cities),
    ...some('minutes.organisations', meeting.organisations),
  ];
  const texts = [
    count('minutes.contributions', of('contribution')),
    ...some('minutes.objections', of('contest')),
    ...some('minutes.replies', of('reply')),
    ...some('minutes.mergedTexts', base.merged),
    ...some('minutes.notTranslated', base.untranslated),
  ];
  return [
    ...(base.item === null && base.day === null
      ? [
          fact('minutes.who', people),
          fact('minutes.languages', [[run(format.list(file.languages.map(format.languageName)), ctx)]]),
        ]
      : base.item === null
        ? []
        : [
            fact(
              'minutes.when',
              base.sections.map((section) => section.when),
            ),
          ]),
    ...(writes ? [fact('minutes.what', texts)] : []),
  ];
}

/** A name with what it stands for, in one line. */
export function authorRuns({ name, organisation, city }: Author, { words, lang }: Composing): Run[] {
  const comma: Run = { text: words('minutes.comma'), lang };
  return [name, organisation, city].flatMap((part, i) => (part ? (i === 0 ? [part] : [comma, part]) : []));
}

/** Names of those who agreed to it with their half-days, how many others there were, and how many in each half-day. */
function presentBlocks({ present, attendance, meeting, day }: Base, ctx: Composing): Block[] {
  const { words } = ctx;
  // How many came on one day is in the attendance.
  const others = day === null ? meeting.participants - present.length : 0;
  const names: Block[] = [
    {
      type: 'list',
      ordered: false,
      items: present.map((person) => [...authorRuns(person, ctx), ...presentRuns(person, attendance, ctx)]),
    },
    ...(others > 0
      ? [
          {
            type: 'paragraph' as const,
            runs: [{ ...run(words('minutes.presentOthers', { n: others }), ctx), style: 'soft' as const }],
          },
        ]
      : []),
  ];
  const blocks = [...(present.length > 0 ? names : []), ...attendanceBlocks(attendance, ctx)];
  return blocks.length > 0 ? [heading('minutes.present', ctx), ...blocks] : [];
}
