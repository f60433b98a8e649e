import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { MeetingView } from '../../server/domain/view.ts';
import { authorLine } from '../lib/lists.ts';
import { t } from '../lib/words.ts';
import { Icon } from '../ui/icon.tsx';
import { Said } from '../ui/said.tsx';

/** What a text of the room says in the reader's language, whether it is pinned, and what was merged into it. */
export function SaidInRoom({ view, meeting }: { view: ContributionView; meeting: MeetingView }) {
  const credits = view.merged.map((part) => `${part.ref} (${authorLine(meeting, part.by).who})`).join(', ');
  return (
    <>
      {view.pinned && (
        <p class="state pin">
          <Icon name="pin" />
          {t('delegate.pinned')}
        </p>
      )}
      <Said text={view.text} lang={view.lang} translations={view.translations} ours={view.by.as === 'document'} />
      {credits && <p class="said-by">{t('delegate.mergedWith', { credits })}</p>}
    </>
  );
}
