import type { Paragraph } from 'docx';
import type { Block, Passage, Source } from '../../domain/minutes-document.ts';
import { bullets } from './numbering.ts';
import { paragraph } from './paragraph.ts';
import type { Pen } from './pen.ts';
import { children, comma, joined, textRuns } from './runs.ts';

/** What was read: its text with its sources at the foot of the page, then what the room marked on it. */
export function passageParagraphs({ lead, text, sources, marks }: Passage, pen: Pen): Paragraph[] {
  const about = lead
    ? children(
        [
          { ...lead, style: 'strong' },
          { text: ' — ', lang: pen.lang },
        ],
        pen,
      )
    : [];
  const cited = sources.flatMap(({ n, target }) => {
    const source = pen.sources.get(target);
    return source ? pen.footnotes.cite(source, pen) : textRuns({ text: ` [${n}]`, lang: 'und' }, pen.dir);
  });
  return [
    paragraph('Passage', pen.dir, [...about, ...children([text], pen), ...cited], {
      numbering: { reference: bullets, level: 0 },
      ...(marks.length > 0 && !pen.inTable ? { keepNext: true } : {}),
    }),
    ...(marks.length > 0
      ? [
          paragraph(
            'Remark',
            pen.dir,
            joined(
              marks.map(({ said }) => [said]),
              comma(pen),
              pen,
            ),
            {
              indent: { start: 400 },
            },
          ),
        ]
      : []),
  ];
}

/** Sources that no passage has brought to the foot of its page. */
export const uncited = ({ sources }: Extract<Block, { type: 'sources' }>, pen: Pen): readonly Source[] =>
  sources.filter(({ anchor }) => !pen.cited.has(anchor));

/** The sources that are left, under their own numbers. */
export const sourceParagraphs = (sources: readonly Source[], pen: Pen): Paragraph[] =>
  sources.map(({ n, text }) =>
    paragraph('Normal', pen.dir, [...textRuns({ text: `[${n}] `, lang: 'und' }, pen.dir), ...children([text], pen)]),
  );
