import type { EndorsementView } from '../../server/domain/contributions/view.ts';
import type { ActivityView } from '../../server/domain/view.ts';
import { useSession } from '../delegate/session.ts';
import { t } from '../lib/words.ts';
import { Icon } from '../ui/icon.tsx';

interface EndorseProps {
  id: string;
  activity: ActivityView;
  tally: EndorsementView | undefined;
  /** One's own is not endorsed, nor one's own part of it, nor what one contests. */
  mine: boolean;
  canSend: boolean;
}

/** How many endorse it, and the way to join or leave them; pressed as chosen, also while that is on its way. */
export function Endorse({ id, activity, tally, mine, canSend }: EndorseProps) {
  const { live, outbox } = useSession();
  const n = tally?.n ?? 0;
  const earlier =
    tally && tally.earlier > 0 ? <span class="state">{t('delegate.earlier', { n: tally.earlier })}</span> : null;
  if (mine || !canSend)
    return (
      <>
        {n > 0 && <span class="state">{t('common.endorsements', { n })}</span>}
        {earlier}
      </>
    );
  const [endorse, unendorse] = [`${activity.kind}.Endorse`, `${activity.kind}.Unendorse`];
  const waiting = (outbox.value?.entries.value ?? []).filter(
    (entry) =>
      !entry.rejection &&
      (entry.type === endorse || entry.type === unendorse) &&
      (entry.data as { item: string }).item === id,
  );
  const last = waiting[waiting.length - 1];
  const pressed = last
    ? last.type === endorse
    : (live.self.value?.endorsed.some((endorsed) => endorsed === id) ?? false);
  const toggle = async () => {
    // A choice that has not left the phone yet is simply taken back.
    if (last && (await outbox.value?.take(last.id))) return;
    await outbox.value?.add(pressed ? unendorse : endorse, { activity: activity.id, item: id });
  };
  return (
    <>
      <button type="button" class="btn quiet endorse" aria-pressed={pressed} onClick={() => void toggle()}>
        <Icon name={last ? 'wait' : 'endorse'} />
        {t('delegate.endorse')}
        {n > 0 && (
          <span class="num">
            <span class="sr">{t('common.endorsements', { n })}</span>
            <span aria-hidden="true">{n}</span>
          </span>
        )}
      </button>
      {earlier}
    </>
  );
}
