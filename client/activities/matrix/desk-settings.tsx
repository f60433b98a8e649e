import { useSignal } from '@preact/signals';
import type { MatrixView } from '../../../server/domain/activities/matrix/view.ts';
import { AuthorsChoice, RevealChoice } from '../../contributions/desk-settings.tsx';
import type { ActivityDeskProps } from '../../desk/kind.ts';
import { OnOff } from '../../desk/setting-fields.tsx';
import { SettingsDialog } from '../../desk/settings-dialog.tsx';
import { t } from '../../lib/words.ts';

/** How a matrix runs: what may change, and until when. */
export function MatrixSettings({ activity, onClose }: ActivityDeskProps & { onClose: () => void }) {
  const config = activity.config as unknown as MatrixView;
  const opened = activity.openedAt !== null;
  const reveal = useSignal(config.reveal);
  const attribution = useSignal(config.attribution);
  const endorsements = useSignal(config.endorsements);
  const contests = useSignal(config.contests);
  const settings = () => ({
    ...(opened ? {} : { reveal: reveal.value, attribution: attribution.value }),
    endorsements: endorsements.value,
    contests: contests.value,
  });
  return (
    <SettingsDialog activity={activity} settings={settings} onClose={onClose}>
      <RevealChoice chosen={reveal} fixed={opened} />
      <AuthorsChoice chosen={attribution} fixed={opened} />
      <div>
        <OnOff words={t('desk.set_endorsements')} on={endorsements} />
        <OnOff words={t('desk.set_contests')} on={contests} />
      </div>
    </SettingsDialog>
  );
}
