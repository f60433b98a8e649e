import type { ActivityDeskProps } from '../../desk/kind.ts';
import { SettingsDialog } from '../../desk/settings-dialog.tsx';

/** A briefing has its time, and nothing else that changes. */
export const BriefingSettings = ({ activity, onClose }: ActivityDeskProps & { onClose: () => void }) => (
  <SettingsDialog activity={activity} settings={() => ({})} onClose={onClose} />
);
