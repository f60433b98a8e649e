import { useEffect } from 'preact/hooks';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { ActivityView, MeetingView } from '../../server/domain/view.ts';
import { useDesk } from '../desk/desk.ts';
import { dropDrafts } from './desk-drafts.ts';
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
  readonly activity: ActivityView;
  readonly onClose: () => void;
}

/**
 * The dialog that a row asked for, of the row as it now is. Where the text is taken away meanwhile, by its author or at
 * another desk, it is gone from here too.
 */
export function RowDialog({ dialog, ...rest }: Omit<RowDialogProps, 'row'> & { dialog: DialogOf }) {
  const desk = useDesk();
  const { id } = dialog.row;
  const view = desk.live.value<ContributionView>(`c/${id}`).value;
  const gone = view === undefined;
  const { kind } = dialog;
  const { onClose } = rest;
  useEffect(() => {
    if (!gone) return;
    dropDrafts(id);
    // Whoever removes it knows; anybody else learns why the dialog has gone.
    if (kind !== 'remove') desk.failure.value = { code: 'NOT_FOUND' };
    onClose();
  }, [gone]);
  if (gone) return null;
  const props = { ...rest, row: { id, view } };
  switch (kind) {
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
