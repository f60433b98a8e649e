import type { Lists } from '../../lib/lists.ts';
import { localized, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { City } from './city.tsx';
import { Field } from './field.tsx';
import { change, type JoinFields, type Problem } from './form.ts';

interface UnlistedProps {
  lists: Lists;
  fields: JoinFields;
  problems: readonly Problem[];
}

/** An organisation that is not in the list, in the person's own words, with its city and kind. */
export function Unlisted({ lists, fields, problems }: UnlistedProps) {
  return (
    <fieldset class="unlisted">
      <legend class="sr">{t('delegate.organisation')}</legend>
      <Field id="organisationText" label={t('delegate.organisation')} problem={problems.includes('organisationText')}>
        {(attributes) => (
          <input
            {...attributes}
            class="input"
            type="text"
            dir="auto"
            autocomplete="organization"
            maxLength={80}
            value={fields.organisationText}
            onInput={(event) => change({ organisationText: event.currentTarget.value })}
          />
        )}
      </Field>
      <City lists={lists} fields={fields} label={t('delegate.city')} problem={problems.includes('city')} />
      <Field id="kind" label={t('delegate.kind')} problem={problems.includes('kind')}>
        {(attributes) => (
          <select
            {...attributes}
            class="input"
            value={fields.kind}
            onChange={(event) => change({ kind: event.currentTarget.value })}
          >
            <option value="">{t('delegate.choose')}</option>
            {lists.kinds.map((kind) => (
              <option key={kind.id} value={kind.id}>
                {localized(kind.name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button look="quiet" icon="search" onClick={() => change({ unlisted: false })}>
        {t('delegate.organisationBack')}
      </Button>
    </fieldset>
  );
}
