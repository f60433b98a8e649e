import { useMemo } from 'preact/hooks';
import { ContributionsPanel } from '../../contributions/desk-panel.tsx';
import { rowsAt } from '../../contributions/desk-rows.ts';
import { useDesk } from '../../desk/desk.ts';
import type { ActivityDeskProps } from '../../desk/kind.ts';

/** What the room sends, as it comes. */
export function DiscussionDesk({ meeting, activity }: ActivityDeskProps) {
  const { live } = useDesk();
  const rows = useMemo(() => rowsAt(live, activity.id), [live, activity.id]).value;
  return <ContributionsPanel meeting={meeting} activity={activity} rows={rows} />;
}
