import type { ActivityView } from '../../server/domain/view.ts';
import { useSession } from '../delegate/session.ts';
import { rich } from '../lib/words.ts';
import { appearance } from './delegate-appearance.ts';

/** Above Send stands the result, not the rule: how the author of this text will appear. */
export function SeenAs({ activity }: { activity: ActivityView }) {
  const session = useSession();
  const self = session.live.self.value;
  const meeting = session.meeting.value;
  if (!self || !meeting) return null;
  const { who, or } = appearance(meeting, self, activity, session.consents.value.words);
  const strong = (text: string) => (
    <strong>
      <bdi>{text}</bdi>
    </strong>
  );
  if (or) return <p>{rich('delegate.seenAsOr', { who: strong(who), or: strong(or) })}</p>;
  return <p>{rich('delegate.seenAs', { who: strong(who) })}</p>;
}
