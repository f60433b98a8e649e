import type { Signal } from '@preact/signals';
import type { ActivityView } from '../../server/domain/view.ts';
import { t } from '../lib/words.ts';
import type { Tab } from './desk-list.ts';
import { authorsShown } from './desk-seen-as.tsx';

const tabs = ['all', 'translate', 'pinned', 'hidden', 'late'] as const;

/** Tabs of the contributions; arrow keys go from one to the next, along the line of reading. */
export function Tabs(props: { tab: Signal<Tab>; counts: Readonly<Record<Tab, number>>; activity: ActivityView }) {
  const { tab, counts, activity } = props;
  // A tab for late ones only where there are some: it asks for a decision.
  const shown = tabs.filter((name) => name !== 'late' || counts.late > 0 || tab.value === 'late');
  const move = (event: KeyboardEvent) => {
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = document.documentElement.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const step = event.key === forward ? 1 : event.key === back ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = shown[(shown.indexOf(tab.value) + step + shown.length) % shown.length] ?? 'all';
    tab.value = next;
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <div class="filter">
      <div role="tablist" aria-label={t('desk.tabs')} onKeyDown={move}>
        {shown.map((name) => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            class={name === 'late' ? 'tab attention' : 'tab'}
            aria-selected={tab.value === name}
            aria-controls="feed"
            tabIndex={tab.value === name ? 0 : -1}
            onClick={() => (tab.value = name)}
          >
            {t(`desk.tab_${name}`, { n: counts[name] })}
          </button>
        ))}
      </div>
      <span class="att">{authorsShown(activity)}</span>
    </div>
  );
}
