import type { Signal } from '@preact/signals';
import type { MatrixView } from '../../../server/domain/activities/matrix/view.ts';
import { Emphasis } from '../../desk/emphasis.tsx';
import { formatNumber, localized, t } from '../../lib/words.ts';
import type { Cell } from './desk-cells.ts';
import { weightOf } from './weight.ts';

interface Props {
  readonly config: MatrixView;
  readonly cells: ReadonlyMap<string, Cell>;
  /** The cell that is looked at; choosing it again lets go of it. */
  readonly chosen: Signal<string | null>;
}

/** Rows and columns with what stands in each cell: the number that weighs, entries, and who contests. */
export function MatrixTable({ config, cells, chosen }: Props) {
  return (
    <div class="matrixbox">
      <table class="matrix">
        <caption class="sr">{t('desk.matrix_caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{localized(config.corner)}</th>
            {config.columns.map((column) => (
              <th key={column.id} scope="col" class={`tone ${column.tone}`}>
                {localized(column.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {config.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" title={localized(row.name)}>
                {localized(row.short)}
              </th>
              {config.columns.map((column) => {
                const cell = cells.get(`${row.id}/${column.id}`);
                return (
                  <td key={column.id} class={`tone ${column.tone}`}>
                    {cell && <CellButton cell={cell} config={config} chosen={chosen} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CellButton({ cell, config, chosen }: Pick<Props, 'config' | 'chosen'> & { cell: Cell }) {
  const { id, total, heat } = cell;
  const on = chosen.value === id;
  return (
    <button
      type="button"
      class="cell"
      data-heat={heat}
      aria-pressed={on}
      onClick={() => {
        chosen.value = on ? null : id;
      }}
    >
      <b class="num" aria-hidden="true">
        {formatNumber(weightOf(config, total))}
      </b>
      <small>
        {t('desk.cell_entries', { n: total.shown })}
        {config.endorsements && total.endorsements > 0 && (
          <> · {t('desk.cell_endorsements', { n: total.endorsements })}</>
        )}
      </small>
      {total.contests > 0 && (
        <small class="against">
          <span aria-hidden="true">≠ {formatNumber(total.contests)}</span>
          <span class="sr">
            <Emphasis text={t('desk.contested_by', { n: total.contests })} />
          </span>
        </small>
      )}
    </button>
  );
}
