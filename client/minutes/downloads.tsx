import { type Signal, useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import type { Files } from './files.ts';

/** Whether the files are shown, and the name by which their button knows them. */
export interface FilesDoor {
  readonly id: string;
  readonly open: Signal<boolean>;
}

export function useFilesDoor(): FilesDoor {
  return { id: useId(), open: useSignal(false) };
}

/** Opens and closes the files; says while one is being made, whether they are shown or not. */
export function FilesButton({ door, files }: { door: FilesDoor; files: Files }) {
  const making = files.making.value > 0;
  return (
    <Button
      look="act"
      icon={making ? 'wait' : 'download'}
      aria-expanded={door.open.value}
      aria-controls={door.id}
      onClick={() => (door.open.value = !door.open.value)}
    >
      {t('reader.download')}
      {making && <span class="making"> · {t('reader.making')}</span>}
    </Button>
  );
}
