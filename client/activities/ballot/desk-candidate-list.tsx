import { useSignal } from '@preact/signals';
import type { ActivityId, ItemId } from '../../../server/domain/ids.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { authorAtDesk } from '../../contributions/desk-author.ts';
import { lang, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Text } from '../../ui/said.tsx';
import type { Candidate } from './desk-candidates.ts';

/** Rows drawn at first; more at a press. */
const PAGE = 40;

interface CandidateListProps {
  readonly shown: readonly Candidate[];
  readonly chosen: ReadonlySet<ItemId>;
  readonly meeting: MeetingView;
  readonly titles: ReadonlyMap<ActivityId, string>;
  /** What an empty list says. */
  readonly nothing: string;
  readonly onToggle: (candidate: Candidate) => void;
}

/** Texts to tick. */
export function CandidateList(props: CandidateListProps) {
  const { shown, nothing } = props;
  const most = useSignal(PAGE);
  return (
    <div class="candidates">
      <p class="sr" role="status">
        {t('desk.carry_found', { n: shown.length })}
      </p>
      {shown.length === 0 && <p class="empty">{nothing}</p>}
      <ul>
        {shown.slice(0, most.value).map((candidate) => (
          <CandidateRow key={candidate.id} candidate={candidate} {...props} />
        ))}
      </ul>
      {shown.length > most.value && (
        <Button look="quiet" icon="down" onClick={() => (most.value += PAGE)}>
          {t('desk.show_more')}
        </Button>
      )}
    </div>
  );
}

function CandidateRow({ candidate, chosen, meeting, titles, onToggle }: CandidateListProps & { candidate: Candidate }) {
  const { id, view, endorsements, option } = candidate;
  const translation = view.lang === lang.value ? undefined : view.translations[lang.value];
  return (
    <li class={view.pinned ? 'pin' : undefined}>
      <label class="check">
        <input
          type="checkbox"
          disabled={option !== 'none'}
          checked={option === 'standing' || chosen.has(id)}
          onChange={() => onToggle(candidate)}
        />
        <span>
          <Text
            class="candidate-text"
            text={translation?.text ?? view.text}
            lang={translation ? lang.value : view.lang}
          />
          <span class="aside">
            {view.pinned && (
              <>
                <Icon name="pin" /> <span class="sr">{t('desk.pinned_mark')}</span>
              </>
            )}
            <span class="ref">{view.ref}</span> · <bdi>{authorAtDesk(view.by, meeting).name}</bdi>
            {endorsements > 0 && ` · ${t('desk.cell_endorsements', { n: endorsements })}`}
            {` · ${titles.get(view.activity) ?? ''}`}
          </span>
          {option !== 'none' && (
            <span class="aside taken">{t(option === 'standing' ? 'desk.carry_taken' : 'desk.carry_withdrawn')}</span>
          )}
        </span>
      </label>
    </li>
  );
}
