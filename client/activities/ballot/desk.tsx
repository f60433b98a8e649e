import './desk.css';
import { useSignal } from '@preact/signals';
import type { BallotCountView, BallotView, OptionsView } from '../../../server/domain/activities/ballot/view.ts';
import type { PeopleView } from '../../../server/domain/view.ts';
import { useDesk } from '../../desk/desk.ts';
import { Emphasis } from '../../desk/emphasis.tsx';
import type { ActivityDeskProps } from '../../desk/kind.ts';
import { ScrollRegion } from '../../desk/scroll-region.tsx';
import { t } from '../../lib/words.ts';
import { OptionItem } from './desk-option.tsx';
import { dotsByGroup, type Order, optionRows } from './desk-options.ts';
import { textsOfOptions } from './option-texts.ts';

/** The options and, once they are shown, their results; before that, how many have voted. */
export function BallotDesk({ meeting, activity }: ActivityDeskProps) {
  const { live } = useDesk();
  const order = useSignal<Order | null>(null);
  const config = activity.config as unknown as BallotView;
  const options = live.value<OptionsView>(`options/${activity.id}`).value?.options ?? [];
  const count = live.value<BallotCountView>(`count/${activity.id}`).value;
  const joined = live.value<PeopleView>('people').value?.joined ?? 0;
  const results = count?.results ?? null;
  // While votes come in, rows keep their places.
  const by = results === null ? 'added' : (order.value ?? (activity.status === 'closed' ? 'dots' : 'added'));
  const rows = optionRows(options, results, by);
  const texts = textsOfOptions(live, options);
  const most = Math.max(1, ...rows.map(({ result }) => result?.dots ?? 0));
  const all = dotsByGroup(results);
  const voted = count?.voted ?? 0;
  return (
    <div class="answers">
      <div class="filter ballot-head">
        <p role="status">
          <Emphasis
            text={
              config.voters === 'participant'
                ? t('desk.voted', { n: voted, joined })
                : t('desk.voted_organisations', { n: voted })
            }
          />
        </p>
        {results !== null && (
          <fieldset class="seg">
            <legend class="sr">{t('desk.order')}</legend>
            {(['added', 'dots'] as const).map((which) => (
              <button key={which} type="button" aria-pressed={by === which} onClick={() => (order.value = which)}>
                {t(`desk.order_${which}`)}
              </button>
            ))}
          </fieldset>
        )}
      </div>
      {results === null && <p class="collected">{t('desk.results_at_close')}</p>}
      <ScrollRegion label={t('desk.options')}>
        {rows.length === 0 && <p class="empty">{t('desk.options_empty')}</p>}
        <ol>
          {rows.map((row) => (
            <OptionItem
              key={row.option.id}
              row={row}
              said={texts.get(row.option.id)}
              numbered={by === 'added'}
              most={most}
              all={all}
              meeting={meeting}
              activity={activity}
            />
          ))}
        </ol>
      </ScrollRegion>
    </div>
  );
}
