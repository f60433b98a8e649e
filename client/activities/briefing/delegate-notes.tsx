import { useState } from 'preact/hooks';
import type { BriefingDocument } from '../../../server/domain/activities/briefing/state.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

type Note = BriefingDocument['notes'][number];

/** The sources of a passage by their numbers; each opens where it is. */
export function Sources({ ids, notes }: { ids: readonly string[]; notes: readonly Note[] }) {
  const [opened, setOpened] = useState<number | null>(null);
  const numbers = ids.flatMap((id) => {
    const at = notes.findIndex((note) => note.id === id);
    return at < 0 ? [] : [at];
  });
  if (numbers.length === 0) return null;
  const note = opened === null ? undefined : notes[opened];
  return (
    <div class="sources">
      <span aria-hidden="true">{t('briefing.sources', { n: numbers.length })}</span>
      {numbers.map((at) => (
        <button key={at} type="button" class="btn quiet" onClick={() => setOpened(at)}>
          <span class="sr">{t('briefing.source', { n: at + 1 })}</span>
          <span class="num" aria-hidden="true">
            {at + 1}
          </span>
        </button>
      ))}
      {note && (
        <Dialog
          title={t('briefing.source', { n: (opened ?? 0) + 1 })}
          light
          onClose={() => setOpened(null)}
          actions={<Button onClick={() => setOpened(null)}>{t('common.close')}</Button>}
        >
          <p class="source-text">{note.text}</p>
        </Dialog>
      )}
    </div>
  );
}

/** All sources, at the end. */
export function AllSources({ notes }: { notes: readonly Note[] }) {
  if (notes.length === 0) return null;
  return (
    <details class="all-sources">
      <summary>{t('briefing.allSources', { n: notes.length })}</summary>
      <ol>
        {notes.map((note) => (
          <li key={note.id} class="source-text">
            {note.text}
          </li>
        ))}
      </ol>
    </details>
  );
}
