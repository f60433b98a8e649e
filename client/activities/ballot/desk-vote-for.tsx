import { useSignal } from '@preact/signals';
import type { BallotView, OptionsView } from '../../../server/domain/activities/ballot/view.ts';
import type { ItemId } from '../../../server/domain/ids.ts';
import { useDesk } from '../../desk/desk.ts';
import type { ForPersonProps } from '../../desk/kind.ts';
import { noteVoted, votedFor } from '../../desk/people/written.ts';
import { formatNumber, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { OptionText } from './desk-option-text.tsx';
import { textsOfOptions } from './option-texts.ts';

/** All of somebody's dots. Another vote replaces the one before. */
export function VoteFor({ person, meeting, activity, onSaid }: ForPersonProps) {
  const desk = useDesk();
  const dots = useSignal(votedFor(person.id, activity.id));
  const config = activity.config as unknown as BallotView;
  const options = desk.live.value<OptionsView>(`options/${activity.id}`).value?.options ?? [];
  const texts = textsOfOptions(desk.live, options);
  const standing = options.filter(({ withdrawn }) => !withdrawn);
  const on = (id: ItemId) => dots.value[id] ?? 0;
  const left = config.dots - standing.reduce((sum, { id }) => sum + on(id), 0);
  const most = Math.min(config.dots, config.perOption);
  const change = (id: ItemId, by: number) => (dots.value = { ...dots.value, [id]: on(id) + by });
  const vote = async () => {
    const given = standing.flatMap(({ id }) => (on(id) > 0 ? [{ option: id, n: on(id) }] : []));
    const answer = await desk.run('ballot.Vote', { activity: activity.id, dots: given }, null, person.id);
    if (!answer.ok) return;
    noteVoted(person.id, activity.id, dots.value);
    onSaid(t('order.vote_saved'));
  };
  return (
    <section class="write-for">
      <p role="status">{t('order.dots_left', { n: left })}</p>
      <p class="aside">{t('order.vote_hint')}</p>
      <ol class="dots-for">
        {standing.map((option, index) => {
          const { id } = option;
          const place = formatNumber(index + 1);
          return (
            <li key={id}>
              <div id={`dots-${id}`}>
                <OptionText option={option} said={texts.get(id)} meeting={meeting} />
              </div>
              <div class="stepper">
                <Button
                  icon="less"
                  aria-disabled={on(id) === 0}
                  aria-describedby={`dots-${id}`}
                  onClick={() => on(id) > 0 && change(id, -1)}
                >
                  <span class="sr">{t('order.dot_less', { place })}</span>
                </Button>
                <output class="num">{formatNumber(on(id))}</output>
                <Button
                  icon="plus"
                  aria-disabled={left <= 0 || on(id) >= most}
                  aria-describedby={`dots-${id}`}
                  onClick={() => left > 0 && on(id) < most && change(id, 1)}
                >
                  <span class="sr">{t('order.dot_more', { place })}</span>
                </Button>
              </div>
            </li>
          );
        })}
      </ol>
      <Button look="act" icon="check" aria-disabled={left < 0} onClick={() => left >= 0 && void vote()}>
        {t('order.vote_send')}
      </Button>
    </section>
  );
}
