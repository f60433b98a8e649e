import type { Signal } from '@preact/signals';
import { t } from '../lib/words.ts';

/** Where one types what to look for in a list. */
export function SearchField({ id, query }: { id: string; query: Signal<string> }) {
  return (
    <div class="field">
      <label for={id}>{t('desk.carry_search')}</label>
      <input
        id={id}
        class="input"
        type="search"
        dir="auto"
        value={query.value}
        onInput={(event) => (query.value = event.currentTarget.value)}
      />
    </div>
  );
}
