import type { Signal } from '@preact/signals';
import { t } from '../lib/words.ts';

/** A setting of a few values, as radio buttons; where it stands since the opening, it says so and does not change. */
export function Choice<V extends string>(props: {
  name: string;
  legend: string;
  /** The values with their words, in order. */
  of: readonly (readonly [value: V, words: string])[];
  chosen: Signal<V>;
  fixed?: boolean;
  hint?: string;
}) {
  const { name, legend, of, chosen, fixed = false, hint } = props;
  return (
    <fieldset class="reasons" disabled={fixed} aria-describedby={hint ? `${name}-hint` : undefined}>
      <legend>
        {legend} {fixed && <span class="aside">{t('desk.set_fixed')}</span>}
      </legend>
      {of.map(([value, words]) => (
        <label key={value} class="check">
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen.value === value}
            onChange={() => (chosen.value = value)}
          />
          {words}
        </label>
      ))}
      {hint && (
        <p class="aside" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </fieldset>
  );
}

/** A setting that is on or off. */
export function OnOff({ words, on }: { words: string; on: Signal<boolean> }) {
  return (
    <label class="check">
      <input type="checkbox" checked={on.value} onChange={(event) => (on.value = event.currentTarget.checked)} />
      {words}
    </label>
  );
}

/** A setting that is a number. */
export function Count(props: {
  id: string;
  label: string;
  text: Signal<string>;
  max: number;
  valid: boolean;
  hint?: string;
  fixed?: boolean;
}) {
  const { id, label, text, max, valid, hint, fixed = false } = props;
  return (
    <div class="field">
      <label for={id}>
        {label}
        {(fixed || hint) && <span class="aside">{fixed ? t('desk.set_fixed') : hint}</span>}
      </label>
      <input
        id={id}
        class="input"
        type="number"
        min={1}
        max={max}
        step={1}
        disabled={fixed}
        aria-invalid={!valid}
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
    </div>
  );
}
