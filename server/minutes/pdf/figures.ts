import type { BarsFigure, Figure, MatrixFigure, Run } from '../../domain/minutes-document.ts';
import { printable } from '../printable.ts';
import type { Span, Spans } from './spans.ts';

export interface GridNode {
  readonly kind: 'grid';
  readonly caption: readonly Span[];
  readonly alt: string;
  readonly corner: readonly Span[];
  readonly columns: readonly { readonly name: readonly Span[]; readonly tone: 'for' | 'against' | 'plain' }[];
  readonly rows: readonly {
    readonly name: readonly Span[];
    readonly cells: readonly { readonly n: number; readonly step: number; readonly contests: number }[];
  }[];
}

export interface BarsNode {
  readonly kind: 'bars';
  readonly caption: readonly Span[];
  readonly alt: string;
  /** Names of the groups whose parts of a bar are told apart; empty where they cannot be. */
  readonly groups: readonly (readonly Span[])[];
  readonly bars: readonly {
    readonly label: readonly Span[];
    readonly detail: readonly Span[];
    readonly said: readonly Span[];
    readonly withdrawn: boolean;
    /** Dots as parts of the largest number, group by group; empty where there is no result. */
    readonly parts: readonly { readonly n: number; readonly share: number }[];
  }[];
}

/** As many as can be told apart by their tone. */
const MOST_GROUPS = 5;

/** A figure with what it says to those who do not see it. */
export function figureNode(figure: Figure, spans: Spans): GridNode | BarsNode {
  return figure.kind === 'grid' ? gridNode(figure, spans) : barsNode(figure, spans);
}

const gridNode = ({ caption, alternative, corner, columns, rows, cells }: MatrixFigure, spans: Spans): GridNode => ({
  kind: 'grid',
  caption: spans.runs([caption]),
  alt: printable(alternative.text),
  corner: spans.runs([corner]),
  columns: columns.map(({ name, tone }) => ({ name: spans.runs([name]), tone })),
  rows: rows.map(({ name }, i) => ({
    name: spans.runs([name]),
    cells: (cells[i] ?? []).map(({ n, step, contests }) => ({ n, step, contests })),
  })),
});

function barsNode({ caption, bars, groups }: BarsFigure, spans: Spans): BarsNode {
  const most = Math.max(1, ...bars.map(({ result }) => result?.dots ?? 0));
  const shown = groups.length > 1 && groups.length <= MOST_GROUPS ? groups : [];
  return {
    kind: 'bars',
    caption: spans.runs([caption]),
    alt: printable(
      [caption.text, ...bars.map(({ label, said }) => (said ? `${label.text}: ${said.text}` : label.text))].join('\n'),
    ),
    groups: shown.map(({ name }) => spans.runs([name])),
    bars: bars.map(({ label, ref, detail, said, withdrawn, result }) => {
      const counted = !result ? [] : shown.length > 0 ? result.groups : [result.dots];
      const cited: Run[] = ref
        ? [
            { text: ' ', lang: spans.lang },
            { text: ref, lang: 'und', style: 'ref', target: ref },
          ]
        : [];
      return {
        label: spans.runs([label, ...cited]),
        detail: detail ? spans.runs([detail]) : [],
        said: said ? spans.runs([said]) : [],
        withdrawn,
        parts: counted.map((n) => ({ n, share: n / most })),
      };
    }),
  };
}
