import './desk.css';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { MatrixCountView, MatrixView } from '../../../server/domain/activities/matrix/view.ts';
import { type Row, rowsIn } from '../../contributions/desk-list.ts';
import { ContributionsPanel } from '../../contributions/desk-panel.tsx';
import { rowsAt } from '../../contributions/desk-rows.ts';
import { useDesk } from '../../desk/desk.ts';
import type { ActivityDeskProps } from '../../desk/kind.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { cellNameOf, cellsOf } from './desk-cells.ts';
import { MatrixTable } from './desk-table.tsx';

/** The table with its numbers; under it the entries of all cells as they come, or those of the chosen one. */
export function MatrixDesk({ meeting, activity }: ActivityDeskProps) {
  const { live } = useDesk();
  const config = activity.config as unknown as MatrixView;
  const chosen = useSignal<string | null>(null);
  const folded = useSignal(false);
  const rows = useMemo(() => rowsAt(live, activity.id), [live, activity.id]).value;
  const cells = live.value<MatrixCountView>(`count/${activity.id}`).value?.cells ?? {};
  const cell = chosen.value;
  const placeName = ({ view }: Row) => (view.place === null ? undefined : cellNameOf(config, view.place));
  const all = () => {
    chosen.value = null;
  };
  return (
    <>
      {!folded.value && <MatrixTable config={config} cells={cellsOf(config, cells)} chosen={chosen} />}
      <div class="cellbar">
        <p role="status">{cell === null ? t('desk.matrix_all') : cellNameOf(config, cell)}</p>
        {cell !== null && (
          <Button look="quiet" icon="close" onClick={all}>
            {t('desk.matrix_show_all')}
          </Button>
        )}
        <Button
          look="quiet"
          icon={folded.value ? 'down' : 'up'}
          aria-expanded={!folded.value}
          onClick={() => (folded.value = !folded.value)}
        >
          {t('desk.matrix_table')}
        </Button>
      </div>
      <ContributionsPanel
        meeting={meeting}
        activity={activity}
        rows={cell === null ? rows : rowsIn(cell, rows)}
        part={cell ?? ''}
        placeName={cell === null ? placeName : undefined}
        empty={t(cell === null ? 'desk.matrix_empty' : 'desk.matrix_empty_cell')}
      />
    </>
  );
}
