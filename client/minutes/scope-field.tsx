import { t } from '../lib/words.ts';
import type { Reading } from './reading.ts';
import type { Scope } from './source.ts';

/** Chooses what the minutes are about: the whole meeting, a day, or an agenda item that has something to read. */
export function ScopeField({ reading }: { reading: Reading }) {
  const { scope, days } = reading;
  return (
    <div class="minutes-scope">
      <label for="scope">{t('reader.scope')}</label>
      <select
        id="scope"
        class="input"
        value={scope.value}
        onChange={(event) => void reading.show(event.currentTarget.value as Scope)}
      >
        <option value="">{t('reader.wholeMeeting')}</option>
        {days.value.map(({ date, name, items }) => (
          <optgroup key={date} label={name}>
            <option value={`day=${date}`}>{t('reader.wholeDay', { day: name })}</option>
            {items.map(({ id, title }) => (
              <option key={id} value={`item=${id}`}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** The name of what is chosen. */
export function scopeName({ scope, days }: Reading): string {
  const [kind, id] = scope.value.split('=');
  for (const { date, name, items } of days.value) {
    if (kind === 'day' && date === id) return name;
    const item = items.find((one) => one.id === id);
    if (kind === 'item' && item) return item.title;
  }
  return t('reader.wholeMeeting');
}
