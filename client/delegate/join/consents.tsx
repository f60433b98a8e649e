import type { Consents as ConsentsValue } from '../../../server/domain/commands.ts';
import { t } from '../../lib/words.ts';

interface ConsentsProps {
  value: ConsentsValue;
  onChange: (consents: ConsentsValue) => void;
  aside?: string;
}

/** Two plain choices about the minutes. */
export function Consents({ value, onChange, aside }: ConsentsProps) {
  return (
    <fieldset class="consents">
      <legend class="label">
        {t('delegate.consents')}
        {aside && <span class="aside">{aside}</span>}
      </legend>
      <label class="check">
        <input
          type="checkbox"
          checked={value.present}
          onChange={(event) => onChange({ ...value, present: event.currentTarget.checked })}
        />
        <span>{t('delegate.consentPresent')}</span>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={value.words}
          onChange={(event) => onChange({ ...value, words: event.currentTarget.checked })}
        />
        <span>{t('delegate.consentWords')}</span>
      </label>
    </fieldset>
  );
}
