import type { ActivityId } from '../../../server/domain/ids.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { HideDialog } from './desk-hide.tsx';
import { LanguageDialog } from './desk-language.tsx';
import type { Row } from './desk-list.ts';
import { RemoveDialog } from './desk-remove.tsx';
import { TranslateDialog } from './desk-translate.tsx';

export interface DialogOf {
  readonly kind: 'hide' | 'remove' | 'translate' | 'language';
  readonly row: Row;
}

export interface RowDialogProps {
  readonly row: Row;
  readonly meeting: MeetingView;
  readonly activity: ActivityId;
  readonly onClose: () => void;
}

/** The dialog that a row asked for. */
export function RowDialog({ dialog, ...rest }: Omit<RowDialogProps, 'row'> & { dialog: DialogOf }) {
  const props = { ...rest, row: dialog.row };
  switch (dialog.kind) {
    case 'hide':
      return <HideDialog {...props} />;
    case 'remove':
      return <RemoveDialog {...props} />;
    case 'translate':
      return <TranslateDialog {...props} />;
    case 'language':
      return <LanguageDialog {...props} />;
  }
}

/** How a dialog names a contribution: by its reference, or by its first words where it has none yet. */
export const nameOf = ({ view }: Row): string =>
  view.ref ?? (view.text.length > 40 ? `${view.text.slice(0, 40)}…` : view.text);
