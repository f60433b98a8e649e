import { useEffect, useRef } from 'preact/hooks';
import type { MatrixCountView, MatrixView } from '../../../server/domain/activities/matrix/view.ts';
import { dirOf, lang, localized, t } from '../../lib/words.ts';
import { weightOf } from './weight.ts';

interface RowsProps {
  config: MatrixView;
  count: MatrixCountView | undefined;
  chosen: string;
  /** Called with the number of a row, from 0; out of range does nothing. */
  onChoose: (n: number) => void;
  activity: string;
}

/** The rows as tabs, each a small picture: what speaks for stands above the line, what speaks against below it. */
export function Rows({ config, count, chosen, onChoose, activity }: RowsProps) {
  const list = useRef<HTMLDivElement>(null);
  const at = config.rows.findIndex(({ id }) => id === chosen);
  const weights = config.rows.map((row) =>
    config.columns.map((column) => weightOf(config, count?.cells[`${row.id}/${column.id}`])),
  );
  const most = Math.max(1, ...weights.flat());
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const forward = dirOf(lang.value) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = dirOf(lang.value) === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const to = { [forward]: at + 1, [back]: at - 1, Home: 0, End: config.rows.length - 1 }[event.key];
    if (to === undefined || !config.rows[to]) return;
    event.preventDefault();
    onChoose(to);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  };
  return (
    <div ref={list} class="stops" role="tablist" aria-label={localized(config.corner)} onKeyDown={onKeyDown}>
      {config.rows.map((row, n) => (
        <button
          key={row.id}
          type="button"
          class="stop"
          role="tab"
          id={`row-${activity}-${row.id}`}
          aria-controls={`row-${activity}`}
          aria-selected={row.id === chosen}
          tabIndex={row.id === chosen ? 0 : -1}
          onClick={() => onChoose(n)}
        >
          <Bars columns={config.columns} weights={weights[n] ?? []} most={most} />
          <span>{localized(row.short)}</span>
          <span class="sr">
            {config.columns.map((column, c) =>
              t('matrix.inColumn', { column: localized(column.name), n: weights[n]?.[c] ?? 0 }),
            )}
          </span>
        </button>
      ))}
    </div>
  );
}

const [WIDTH, MIDDLE, TALLEST, BAR] = [40, 34, 30, 18];

/** A bar for each column, beside each other where several point the same way. */
function Bars(props: { columns: MatrixView['columns']; weights: readonly number[]; most: number }) {
  const { columns, weights, most } = props;
  const ways = ['up', 'down'].map((way) =>
    columns.flatMap(({ id, tone }, c) => ((tone === 'against') === (way === 'down') ? [{ id, tone, c }] : [])),
  );
  return (
    <svg class="bars" viewBox={`0 0 ${WIDTH} ${2 * MIDDLE}`} aria-hidden="true" focusable="false">
      {ways.flatMap((bars, down) =>
        bars.map(({ id, tone, c }, place) => {
          const width = bars.length > 1 ? (WIDTH - 8) / bars.length - 2 : BAR;
          const x = bars.length > 1 ? 5 + place * (width + 2) : (WIDTH - BAR) / 2;
          const tall = ((weights[c] ?? 0) / most) * TALLEST;
          const y = down ? MIDDLE + 1 : MIDDLE - 1 - tall;
          return <rect key={id} class={tone} x={x} y={y} width={width} height={tall} rx={Math.min(3, tall / 2)} />;
        }),
      )}
      <line x1="3" x2={WIDTH - 3} y1={MIDDLE} y2={MIDDLE} />
    </svg>
  );
}
