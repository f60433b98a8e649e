import { codeDigits } from '../../lib/digits.ts';
import { t } from '../../lib/words.ts';

interface CodeBoxesProps {
  id: string;
  code: string;
  onChange: (code: string) => void;
  describedBy: string;
  invalid: boolean;
}

const PLACES = [0, 1, 2, 3, 4, 5] as const;

/**
 * Six boxes for six digits. One field lies over them, so that typing, pasting, deleting and reading aloud work as in any
 * other; digits of every keyboard are taken.
 */
export function CodeBoxes({ id, code, onChange, describedBy, invalid }: CodeBoxesProps) {
  return (
    <div class="code-boxes">
      <input
        id={id}
        name="code"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        dir="ltr"
        value={code}
        aria-label={t('delegate.code')}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        onInput={(event) => {
          const field = event.currentTarget;
          const digits = codeDigits(field.value);
          // What is no digit is not taken, also where the code itself stays the same.
          field.value = digits;
          onChange(digits);
        }}
      />
      <span class="boxes" aria-hidden="true">
        {PLACES.map((place) => (
          <b key={place} class={place === Math.min(code.length, 5) ? 'next' : undefined}>
            {code[place]}
          </b>
        ))}
      </span>
    </div>
  );
}
