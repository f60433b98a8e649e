import { useSignal } from '@preact/signals';
import type { MatrixView } from '../../../server/domain/activities/matrix/view.ts';
import type { ListId } from '../../../server/domain/ids.ts';
import { EndorseFor } from '../../contributions/desk-endorse-for.tsx';
import { WriteText } from '../../contributions/desk-write-text.tsx';
import { useDesk } from '../../desk/desk.ts';
import type { ForPersonProps } from '../../desk/kind.ts';
import { Select } from '../../desk/people/belonging-fields.tsx';
import { localized, t } from '../../lib/words.ts';

/** What somebody without a phone says, with the cell that it is for, and what they endorse. */
export function WriteInCell(props: ForPersonProps) {
  const { person, activity } = props;
  const desk = useDesk();
  const row = useSignal('');
  const column = useSignal('');
  const { corner, rows, columns, endorsements } = activity.config as unknown as MatrixView;
  const send = (text: string) => {
    const cell = { row: row.value as ListId, column: column.value as ListId };
    return desk.run('matrix.Contribute', { activity: activity.id, ...cell, text }, null, person.id);
  };
  return (
    <>
      <WriteText {...props} send={row.value !== '' && column.value !== '' ? send : null}>
        <div class="pair">
          <Select
            id="write-row"
            label={localized(corner)}
            value={row.value}
            entries={rows}
            onChange={(value) => (row.value = value)}
          />
          <Select
            id="write-column"
            label={t('order.column')}
            value={column.value}
            entries={columns}
            onChange={(value) => (column.value = value)}
          />
        </div>
      </WriteText>
      {endorsements && <EndorseFor {...props} />}
    </>
  );
}
