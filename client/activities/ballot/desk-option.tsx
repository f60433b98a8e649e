import type { BallotView, OptionResult } from '../../../server/domain/activities/ballot/view.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { useDesk } from '../../desk/desk.ts';
import { Emphasis } from '../../desk/emphasis.tsx';
import type { ActivityDeskProps } from '../../desk/kind.ts';
import { cityName, kindName } from '../../lib/lists.ts';
import { formatNumber, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { OptionText } from './desk-option-text.tsx';
import type { OptionRow } from './desk-options.ts';
import { groupsOf } from './groups.ts';
import type { OptionStanding } from './option-texts.ts';

type Props = ActivityDeskProps & {
  readonly row: OptionRow;
  /** What was carried over, as long as it may be read. */
  readonly said: OptionStanding | undefined;
  /** Whether they stand as they were added: only then a number says something. */
  readonly numbered: boolean;
  /** The dots of the option that has most, and all dots by group: what the bars are drawn against. */
  readonly most: number;
  readonly all: Readonly<Record<string, number>>;
};

/** One option: what it says, what the room gave it, and the way to take it out of the vote or back into it. */
export function OptionItem({ row, said, numbered, most, all, meeting, activity }: Props) {
  const desk = useDesk();
  const { option, place, result } = row;
  const data = { activity: activity.id, option: option.id };
  return (
    <li class={option.withdrawn ? 'item option withdrawn' : 'item option'}>
      <span class="place-number num" aria-hidden="true">
        {numbered && formatNumber(place)}
      </span>
      <div class="what">
        <OptionText option={option} said={said} meeting={meeting} />
        {result && <Result result={result} most={most} all={all} meeting={meeting} activity={activity} />}
        {option.withdrawn && <p class="aside">{t('desk.option_withdrawn')}</p>}
        {/* What was voted on stands once the vote is over. */}
        {activity.status !== 'closed' && (
          <div class="line">
            {option.withdrawn ? (
              <Button look="quiet" icon="undo" onClick={() => void desk.run('ballot.RestoreOption', data)}>
                {t('desk.option_restore')}
              </Button>
            ) : (
              <Button look="quiet" icon="minus" onClick={() => void desk.run('ballot.WithdrawOption', data)}>
                {t('desk.option_withdraw')}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

function Result({
  result,
  most,
  all,
  meeting,
  activity,
}: Omit<Props, 'row' | 'said' | 'numbered'> & { result: OptionResult }) {
  const { attribution } = activity.config as unknown as BallotView;
  const groups = groupsOf(all);
  return (
    <div class="result">
      <p class="dots">
        <span class="bar2 big" aria-hidden="true">
          <b style={{ inlineSize: `${(result.dots / most) * 100}%` }} />
        </span>
        <Emphasis text={t('desk.option_dots', { n: result.dots })} />{' '}
        <small>{t('desk.option_voters', { n: result.voters })}</small>
      </p>
      {groups.length > 0 && (
        <ul class="groups" aria-label={t(`desk.set_results_by_${attribution}`)}>
          {groups.map((group) => {
            const n = result.groups[group] ?? 0;
            const of = all[group] ?? n;
            return (
              <li key={group}>
                <span>{groupName(meeting, attribution, group)}</span>
                <span class="bar2" aria-hidden="true">
                  <i style={{ inlineSize: '100%' }} />
                  <b style={{ inlineSize: `${(n / Math.max(1, of)) * 100}%` }} />
                </span>
                <span class="v num" aria-hidden="true">
                  {n} / {of}
                </span>
                <span class="sr">{t('desk.group_dots', { n, all: of })}</span>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** A city or kind that results are told by; the empty name is all others together. */
export function groupName(meeting: MeetingView, by: BallotView['attribution'], group: string): string {
  if (by === 'city') return (group && cityName(meeting, group)) || t('desk.other_cities');
  return (group && kindName(meeting, group)) || t('desk.other_kinds');
}
