import './desk-line.css';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { ItemId } from '../../server/domain/ids.ts';
import type { MeetingView } from '../../server/domain/view.ts';
import { useDesk } from '../desk/desk.ts';
import { lang, t } from '../lib/words.ts';
import { Text } from '../ui/said.tsx';
import { authorAtDesk } from './desk-author.ts';
import { endorsementsOf } from './desk-texts.ts';

export interface LineProps {
  readonly id: ItemId;
  readonly view: ContributionView;
  readonly meeting: MeetingView;
  /** Of which activity it is, where the list holds several. */
  readonly from?: string | undefined;
  /** The language to show it in; the reader's unless given. */
  readonly into?: string;
}

/** A text in a list to choose from: in the reader's language where there is one, and whose it is. */
export function Line({ id, view, meeting, from, into = lang.value }: LineProps) {
  const { live } = useDesk();
  const endorsed = endorsementsOf(live, id);
  const translation = view.lang === into ? undefined : view.translations[into];
  return (
    <span class="textline">
      <Text text={translation?.text ?? view.text} lang={translation ? into : view.lang} />
      <span class="aside">
        {view.ref && <span class="ref">{view.ref}</span>}
        {view.ref && ' · '}
        <bdi>{authorAtDesk(view.by, meeting).name}</bdi>
        {view.behalf && ` · ${t('order.behalf')}`}
        {endorsed > 0 && ` · ${t('desk.cell_endorsements', { n: endorsed })}`}
        {view.contests && ` · ${t('desk.contest')}`}
        {from && ` · ${from}`}
      </span>
    </span>
  );
}
