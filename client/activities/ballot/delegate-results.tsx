import type { OptionResult } from '../../../server/domain/activities/ballot/view.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { useSession } from '../../delegate/session.ts';
import { cityName, kindName } from '../../lib/lists.ts';
import { t } from '../../lib/words.ts';

interface ResultProps {
  result: OptionResult;
  /** My own dots among them. */
  mine: number;
  activity: ActivityView;
  results: Readonly<Record<string, OptionResult>>;
}

/** An option's dots as a bar, measured by the largest; on a tap, by city or kind. */
export function ResultOf({ result, mine, activity, results }: ResultProps) {
  const { meeting } = useSession();
  const largest = Math.max(1, ...Object.values(results).map(({ dots }) => dots));
  const by = activity.buckets?.by;
  const groups = Object.entries(result.groups).sort(([, a], [, b]) => b - a);
  const nameOf = (id: string): string => {
    const lists = meeting.value;
    if (!lists) return '';
    return by === 'city'
      ? (cityName(lists, id || null) ?? t('common.otherCities'))
      : (kindName(lists, id || null) ?? t('common.otherKinds'));
  };
  return (
    <div class="result">
      <Bar share={result.dots / largest} mine={mine / largest} />
      <p class="numbers">
        <strong>{t('ballot.dots', { n: result.dots })}</strong>
        {result.voters > 0 && (
          <span class="soft">{t(`ballot.from_${activity.config.voters}`, { n: result.voters })}</span>
        )}
        {mine > 0 && <span class="state good">{t('ballot.mine', { n: mine })}</span>}
      </p>
      {groups.length > 0 && (
        <details>
          <summary>{t(by === 'city' ? 'ballot.byCity' : 'ballot.byKind')}</summary>
          <ul class="groups">
            {groups.map(([id, dots]) => (
              <li key={id}>
                <span>{nameOf(id)}</span>
                <Bar share={dots / largest} mine={0} />
                <span class="num">{dots}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** A picture of the number beside it. Drawn, since the page's policy takes no style from a script's text. */
function Bar({ share, mine }: { share: number; mine: number }) {
  return (
    <svg class="bar-of" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="ground" width="100" height="10" />
      <rect class="all" width={100 * share} height="10" />
      {mine > 0 && <rect class="own" width={100 * Math.min(mine, share)} height="10" />}
    </svg>
  );
}
