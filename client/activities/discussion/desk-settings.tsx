import { useSignal } from '@preact/signals';
import type { DiscussionConfig } from '../../../server/domain/activities/discussion/schema.ts';
import { AuthorsChoice, RevealChoice } from '../../contributions/desk-settings.tsx';
import type { ActivityDeskProps } from '../../desk/kind.ts';
import { OnOff } from '../../desk/setting-fields.tsx';
import { SettingsDialog } from '../../desk/settings-dialog.tsx';
import { t } from '../../lib/words.ts';

/** How a discussion runs: what may change, and until when. */
export function DiscussionSettings({ activity, onClose }: ActivityDeskProps & { onClose: () => void }) {
  const config = activity.config as unknown as DiscussionConfig;
  const opened = activity.openedAt !== null;
  const reveal = useSignal(config.reveal);
  const attribution = useSignal(config.attribution);
  const replies = useSignal(config.replies);
  const endorsements = useSignal(config.endorsements);
  const settings = () => ({
    ...(opened ? {} : { reveal: reveal.value, attribution: attribution.value }),
    replies: replies.value,
    endorsements: endorsements.value,
  });
  return (
    <SettingsDialog activity={activity} settings={settings} onClose={onClose}>
      <RevealChoice chosen={reveal} fixed={opened} />
      <AuthorsChoice chosen={attribution} fixed={opened} />
      <div>
        <OnOff words={t('desk.set_replies')} on={replies} />
        <OnOff words={t('desk.set_endorsements')} on={endorsements} />
      </div>
    </SettingsDialog>
  );
}
