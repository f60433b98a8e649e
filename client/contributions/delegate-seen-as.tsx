import { useSession } from '../delegate/session.ts';
import { placeLine } from '../lib/lists.ts';
import { rich, t } from '../lib/words.ts';

/** Above Send stands the result, not the rule: how the author of this text will appear. */
export function SeenAs() {
  const session = useSession();
  const self = session.live.self.value;
  const meeting = session.meeting.value;
  const named = session.consents.value.words && self?.name && meeting;
  const who = named ? [self.name, placeLine(meeting, self)].filter(Boolean).join(' · ') : '';
  return (
    <p>{rich('delegate.seenAs', { who: <strong>{named ? <bdi>{who}</bdi> : t('common.aParticipant')}</strong> })}</p>
  );
}
