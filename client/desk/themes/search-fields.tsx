import type { Signal } from '@preact/signals';
import type { ActivityId } from '../../../server/domain/ids.ts';
import { t } from '../../lib/words.ts';

export interface SearchFieldsProps {
  /** What the fields' ids begin with. */
  readonly id: string;
  readonly query: Signal<string>;
  /** Null: of all activities. */
  readonly activity: Signal<ActivityId | null>;
  readonly sources: readonly { id: ActivityId; title: string }[];
}

/** Looks for texts by their words, and of one activity. */
export function SearchFields({ id, query, activity, sources }: SearchFieldsProps) {
  return (
    <div class="pair">
      <div class="field">
        <label for={`${id}-search`}>{t('desk.carry_search')}</label>
        <input
          id={`${id}-search`}
          class="input"
          type="search"
          dir="auto"
          value={query.value}
          onInput={(event) => (query.value = event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={`${id}-from`}>{t('desk.carry_from')}</label>
        <select
          id={`${id}-from`}
          class="input"
          value={activity.value ?? ''}
          onChange={(event) => (activity.value = (event.currentTarget.value || null) as ActivityId | null)}
        >
          <option value="">{t('desk.carry_from_all')}</option>
          {sources.map((source) => (
            <option key={source.id} value={source.id}>
              {source.title}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
