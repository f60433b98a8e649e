import type { BarsFigure, Figure, MatrixFigure, Run } from '../domain/minutes-document.ts';
import type { MinutesJson } from './json-schema.ts';

type Json = MinutesJson['agenda'][number]['activities'][number]['figures'][number];

/** A picture as data. */
export const figureJson = (figure: Figure): Json => (figure.kind === 'grid' ? grid(figure) : bars(figure));

const named = ({ id, name }: { readonly id: string; readonly name: Run }) => ({ id, name: name.text });

const grid = ({ kind, caption, alternative, corner, rows, columns, counts, cells }: MatrixFigure): Json => ({
  kind,
  caption: caption.text,
  alternative: alternative.text,
  corner: corner.text,
  rows: rows.map(named),
  columns: columns.map((column) => ({ ...named(column), tone: column.tone })),
  counts,
  cells: cells.map((row) => row.map((cell) => ({ ...cell }))),
});

const bars = ({ kind, caption, voted, groups, bars: all }: BarsFigure): Json => ({
  kind,
  caption: caption.text,
  voted,
  groups: groups.map(({ id, name, voters }) => ({ id, name: name.text, voters })),
  bars: all.map(({ id, label, detail, ref, withdrawn, result }) => ({
    id,
    label: { lang: label.lang, text: label.text },
    detail: detail?.text ?? null,
    ref,
    withdrawn,
    result: result && { dots: result.dots, voters: result.voters, groups: [...result.groups] },
  })),
});
