import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { MatrixView } from '../../../server/domain/activities/matrix/view.ts';
import type { ListId } from '../../../server/domain/ids.ts';
import { MAX_TEXT } from '../../../server/domain/plain.ts';
import { localized, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { useDesk } from '../desk.ts';
import { Select } from './belonging-fields.tsx';
import type { ForProps } from './write-for.tsx';
import { draftFor, keepDraftFor, noteWritten } from './written.ts';

/** A text that somebody said, as they said it; in a matrix, with the cell that it is for. */
export function WriteText({ person, activity, onSaid }: ForProps) {
  const desk = useDesk();
  const id = useId();
  const text = useSignal(draftFor(person.id, activity.id));
  const row = useSignal('');
  const column = useSignal('');
  const matrix = activity.kind === 'matrix' ? (activity.config as unknown as MatrixView) : null;
  const ready = text.value.trim() !== '' && (!matrix || (row.value !== '' && column.value !== ''));
  const write = (value: string) => {
    text.value = value;
    keepDraftFor(person.id, activity.id, value);
  };
  const send = async () => {
    if (!ready) return;
    const said = { activity: activity.id, text: text.value };
    const answer = matrix
      ? await desk.run(
          'matrix.Contribute',
          { ...said, row: row.value as ListId, column: column.value as ListId },
          null,
          person.id,
        )
      : await desk.run('discussion.Contribute', said, null, person.id);
    if (!answer.ok) return;
    noteWritten(person.id, answer.items ?? []);
    write('');
    onSaid(t('order.text_saved', { ref: answer.ref ?? '', given: answer.ref ? 'yes' : 'no' }));
  };
  return (
    <section class="write-for">
      {matrix && (
        <div class="pair">
          <Select
            id="write-row"
            label={localized(matrix.corner)}
            value={row.value}
            entries={matrix.rows}
            onChange={(value) => (row.value = value)}
          />
          <Select
            id="write-column"
            label={t('order.column')}
            value={column.value}
            entries={matrix.columns}
            onChange={(value) => (column.value = value)}
          />
        </div>
      )}
      <div class="field">
        <label for={id}>{t('order.what_they_say')}</label>
        <textarea
          id={id}
          class="input"
          rows={3}
          dir="auto"
          maxLength={MAX_TEXT}
          value={text.value}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            void send();
          }}
        />
      </div>
      <Button look="act" icon="send" aria-disabled={!ready} onClick={() => void send()}>
        {t('order.text_send')}
      </Button>
    </section>
  );
}
