import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { OptionsView } from '../../../server/domain/activities/ballot/view.ts';
import type { ContributionView, EndorsementView } from '../../../server/domain/contributions/view.ts';
import type { ActivityId, ItemId } from '../../../server/domain/ids.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import type { Row } from '../../contributions/desk-list.ts';
import { useDesk } from '../../desk/desk.ts';
import type { ActivityDeskProps } from '../../desk/kind.ts';
import { SearchField } from '../../desk/search-field.tsx';
import { activityTitles } from '../../desk/shown-activity.ts';
import type { Live } from '../../lib/live.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CandidateList } from './desk-candidate-list.tsx';
import { type Candidate, candidatesOf, chosenFrom } from './desk-candidates.ts';
import { carrying } from './desk-carrying.ts';

/** Chooses among what the room wrote, in any activity, what it is to vote on. */
export function CarryOverDialog({ meeting, activity, onClose }: ActivityDeskProps & { onClose: () => void }) {
  const desk = useDesk();
  const { live } = desk;
  const query = useSignal('');
  const from = useSignal<ActivityId | null>(null);
  const chosen = useSignal<ReadonlySet<ItemId>>(new Set());
  const options = live.value<OptionsView>(`options/${activity.id}`).value?.options ?? [];
  const candidates = candidatesOf(everyRow(live), (id) => live.value<EndorsementView>(`n/${id}`).value, options);
  const titles = useMemo(() => activityTitles(live), [live]).value;
  const sources = titles.filter(({ id }) => candidates.some(({ view }) => view.activity === id));
  const shown = chosenFrom(candidates, { query: query.value, activity: from.value });
  // In the order in which they are listed; what the room lost meanwhile falls out.
  const taken = chosenFrom(candidates, { query: '', activity: null })
    .filter(({ id, option }) => chosen.value.has(id) && option === 'none')
    .map(({ id }) => id);
  const ready = taken.length > 0 && taken.length <= carrying.most;
  const toggle = ({ id }: Candidate) => {
    const next = new Set(chosen.value);
    if (!next.delete(id)) next.add(id);
    chosen.value = next;
  };
  const carry = async () => {
    if (!ready) return;
    const answer = await carrying.carry(desk, activity.id, taken);
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      class="carry-dialog"
      title={t('desk.carry_title')}
      onClose={onClose}
      actions={
        <>
          {taken.length > carrying.most && <span class="aside">{t('desk.carry_most', { max: carrying.most })}</span>}
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="check" aria-disabled={!ready} onClick={() => void carry()}>
            {t('desk.carry_chosen', { n: taken.length })}
          </Button>
        </>
      }
    >
      <p class="aside">{t('desk.carry_hint')}</p>
      <div class="pair">
        <SearchField id="carry-search" query={query} />
        <div class="field">
          <label for="carry-from">{t('desk.carry_from')}</label>
          <select
            id="carry-from"
            class="input"
            value={from.value ?? ''}
            onChange={(event) => (from.value = (event.currentTarget.value || null) as ActivityId | null)}
          >
            <option value="">{t('desk.carry_from_all')}</option>
            {sources.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </div>
      </div>
      <CandidateList
        shown={shown}
        chosen={chosen.value}
        meeting={meeting}
        titles={new Map(titles.map(({ id, title }) => [id, title]))}
        nothing={candidates.length === 0 ? t('desk.carry_none') : t('desk.carry_not_found')}
        onToggle={toggle}
      />
      <DialogFailure />
    </Dialog>
  );
}

const everyRow = (live: Live): Row[] =>
  live.keys('c/').value.flatMap((key) => {
    const view = live.value<ContributionView>(key).value;
    return view ? [{ id: key.slice(2) as ItemId, view }] : [];
  });
