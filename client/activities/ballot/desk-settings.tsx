import { useSignal } from '@preact/signals';
import type { BallotView } from '../../../server/domain/activities/ballot/view.ts';
import type { ActivityDeskProps } from '../../desk/kind.ts';
import { Choice, Count } from '../../desk/setting-fields.tsx';
import { isWhole, SettingsDialog } from '../../desk/settings-dialog.tsx';
import { t } from '../../lib/words.ts';

const MOST_DOTS = 20;

/** How a ballot runs. Whoever votes must know what a vote is: all but the moment of the results stands once it is opened. */
export function BallotSettings({ activity, onClose }: ActivityDeskProps & { onClose: () => void }) {
  const config = activity.config as unknown as BallotView;
  const opened = activity.openedAt !== null;
  const dots = useSignal(String(config.dots));
  const most = useSignal(config.perOption === undefined ? '' : String(config.perOption));
  const results = useSignal(config.results);
  const voters = useSignal(config.voters);
  const attribution = useSignal(config.attribution);
  const all = Number(dots.value);
  const validDots = isWhole(all, MOST_DOTS);
  const perOption = most.value.trim() === '' ? null : Number(most.value);
  const validMost = perOption === null || (validDots && isWhole(perOption, all));
  const settings = () => ({
    ...(opened
      ? {}
      : {
          dots: all,
          // Without a limit all of them may go on one option; a limit that was set is lifted by making it as high.
          ...(perOption !== null || config.perOption !== undefined ? { perOption: perOption ?? all } : {}),
          voters: voters.value,
          attribution: attribution.value,
        }),
    results: results.value,
  });
  return (
    <SettingsDialog activity={activity} settings={settings} valid={validDots && validMost} onClose={onClose}>
      <Choice
        name="results"
        legend={t('desk.set_results')}
        of={[
          ['closed', t('desk.set_results_closed')],
          ['live', t('desk.set_results_live')],
        ]}
        chosen={results}
      />
      <Choice
        name="voters"
        legend={t('desk.set_voters')}
        of={[
          ['participant', t('desk.set_voters_participant')],
          ['organisation', t('desk.set_voters_organisation')],
        ]}
        chosen={voters}
        fixed={opened}
      />
      <Choice
        name="attribution"
        legend={t('desk.set_results_by')}
        of={[
          ['kind', t('desk.set_results_by_kind')],
          ['city', t('desk.set_results_by_city')],
        ]}
        chosen={attribution}
        fixed={opened}
        {...(opened ? {} : { hint: t(`desk.buckets_to_come_${attribution.value}`) })}
      />
      <div class="pair">
        <Count id="set-dots" label={t('desk.set_dots')} text={dots} max={MOST_DOTS} valid={validDots} fixed={opened} />
        <Count
          id="set-per-option"
          label={t('desk.set_per_option')}
          text={most}
          max={validDots ? all : MOST_DOTS}
          valid={validMost}
          hint={t('desk.set_per_option_hint')}
          fixed={opened}
        />
      </div>
    </SettingsDialog>
  );
}
