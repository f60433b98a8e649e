import type { DiscussionConfig } from '../../../server/domain/activities/discussion/schema.ts';
import { EndorseFor } from '../../contributions/desk-endorse-for.tsx';
import { WriteText } from '../../contributions/desk-write-text.tsx';
import { useDesk } from '../../desk/desk.ts';
import type { ForPersonProps } from '../../desk/kind.ts';

/** What somebody without a phone says and endorses. */
export function WriteInDiscussion(props: ForPersonProps) {
  const { person, activity } = props;
  const desk = useDesk();
  const { endorsements } = activity.config as unknown as DiscussionConfig;
  return (
    <>
      <WriteText
        {...props}
        send={(text) => desk.run('discussion.Contribute', { activity: activity.id, text }, null, person.id)}
      />
      {endorsements && <EndorseFor {...props} />}
    </>
  );
}
