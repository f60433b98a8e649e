import type { ContributionView } from '../../server/domain/contributions/view.ts';
import { authorLine } from '../lib/lists.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Said } from '../ui/said.tsx';
import { useSession } from './session.ts';

/** A reference that opens its text, as long as the room may read it; after that, the reference alone. */
export function Reference(props: { item: string; ref_: string; onShow: (item: string) => void }) {
  const { item, ref_, onShow } = props;
  const { live } = useSession();
  if (!live.value(`c/${item}`).value)
    return (
      <span class="gone">
        <span class="ref">{ref_}</span> {t('tabs.agenda_noLongerShown')}
      </span>
    );
  return (
    <Button look="quiet" aria-label={t('tabs.agenda_showText', { ref: ref_ })} onClick={() => onShow(item)}>
      <span class="ref">{ref_}</span>
    </Button>
  );
}

/** A text of the room, on its own. */
export function ItemDialog({ item, onClose }: { item: string; onClose: () => void }) {
  const { live, meeting } = useSession();
  const view = live.value<ContributionView>(`c/${item}`).value;
  const author = view && meeting.value ? authorLine(meeting.value, view.by) : null;
  return (
    <Dialog
      light
      title={view?.ref ?? t('tabs.agenda_text')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('common.close')}</Button>}
    >
      {view ? (
        <>
          {author && (
            <p>
              <strong>
                <bdi>{author.who}</bdi>
              </strong>
              {author.where && (
                <>
                  {' '}
                  <span class="soft">
                    <bdi>{author.where}</bdi>
                  </span>
                </>
              )}
            </p>
          )}
          <Said text={view.text} lang={view.lang} translations={view.translations} ours={view.by.as === 'document'} />
        </>
      ) : (
        <p>{t('tabs.agenda_noLongerShown')}</p>
      )}
    </Dialog>
  );
}
