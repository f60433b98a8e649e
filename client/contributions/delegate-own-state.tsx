import type { OwnContribution } from '../../server/domain/contributions/view.ts';
import { formatTime, rich, t } from '../lib/words.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';

const icons: Record<OwnContribution['status'], IconName> = {
  shown: 'check',
  pending: 'check',
  merged: 'merge',
  late: 'late',
  hidden: 'hide',
  withdrawn: 'minus',
  removed: 'remove',
};

/** Where an own contribution stands, in a few words; the time is the server's. */
export function OwnState({ item }: { item: OwnContribution }) {
  const good = item.status === 'shown' || item.status === 'pending';
  const bad = item.status === 'hidden' || item.status === 'removed';
  return (
    <span class={good ? 'state good' : bad ? 'state bad' : 'state'}>
      <Icon name={icons[item.status]} />
      <span>
        {rich(`delegate.own_${item.status}`, {
          time: <span class="num">{formatTime(item.at)}</span>,
          ref: item.mergedInto ?? '',
        })}
      </span>
    </span>
  );
}

/** What its author has to know about it beyond that: why it is hidden or gone, who decides, when it will be seen. */
export function OwnReason({ item }: { item: OwnContribution }) {
  if (item.status === 'hidden' && item.hidden)
    return (
      <Notice tone="bad" icon="hide">
        <p>{t('delegate.hiddenBecause', { reason: t(`reasons.hide_${item.hidden.reason}`) })}</p>
        {item.hidden.note && <p dir="auto">{item.hidden.note}</p>}
        <p class="soft">{t('delegate.hiddenWhatNow')}</p>
      </Notice>
    );
  if (item.status === 'removed' && item.removed)
    return (
      <Notice tone="bad" icon="remove">
        {t('delegate.removedBecause', { reason: t(`reasons.remove_${item.removed}`) })}
      </Notice>
    );
  if (item.status === 'late')
    return (
      <Notice tone="attention" icon="late">
        {t('delegate.lateWhatNow')}
      </Notice>
    );
  if (item.status === 'pending') return <p class="soft">{t('delegate.pendingWhatNow')}</p>;
  return null;
}
