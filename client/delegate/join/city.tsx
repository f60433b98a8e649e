import type { Lists } from '../../lib/lists.ts';
import { localized, t } from '../../lib/words.ts';
import { Field } from './field.tsx';
import { change, type JoinFields, OTHER_CITY } from './form.ts';

interface CityProps {
  lists: Lists;
  fields: JoinFields;
  label: string;
  aside?: string;
  problem: boolean;
}

/** A city of the list, or another in the person's own words. */
export function City({ lists, fields, label, aside, problem }: CityProps) {
  return (
    <>
      <Field id="city" label={label} aside={aside} problem={problem}>
        {(attributes) => (
          <select
            {...attributes}
            class="input"
            value={fields.city}
            onChange={(event) => change({ city: event.currentTarget.value })}
          >
            <option value="">{t('delegate.choose')}</option>
            {lists.cities.map((city) => (
              <option key={city.id} value={city.id}>
                {localized(city.name)}
              </option>
            ))}
            <option value={OTHER_CITY}>{t('delegate.cityOther')}</option>
          </select>
        )}
      </Field>
      {fields.city === OTHER_CITY && (
        <Field id="cityText" label={t('delegate.cityText')} problem={problem}>
          {(attributes) => (
            <input
              {...attributes}
              class="input"
              type="text"
              dir="auto"
              maxLength={80}
              value={fields.cityText}
              onInput={(event) => change({ cityText: event.currentTarget.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
