import type { ComponentChildren } from 'preact';
import { t } from '../../lib/words.ts';
import { Icon } from '../../ui/icon.tsx';

interface FieldProps {
  id: string;
  label: string;
  /** A few words at the other end of the label's line. */
  aside?: string;
  /** What is missing here is said under the field. */
  problem: boolean;
  children: (attributes: FieldAttributes) => ComponentChildren;
}

interface FieldAttributes {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string;
}

/** A labelled field of the join form; where something is missing, why stands under it: `delegate.missing_<id>`. */
export function Field({ id, label, aside, problem, children }: FieldProps) {
  const why = `${id}-why`;
  return (
    <div class="field">
      <label for={id}>
        {label}
        {aside && <span class="aside">{aside}</span>}
      </label>
      {children({ id, 'aria-invalid': problem, 'aria-describedby': why })}
      <Why id={why} field={problem ? id : null} />
    </div>
  );
}

/** What is missing in a field, announced when it appears. */
export function Why({ id, field }: { id: string; field: string | null }) {
  return (
    <p id={id} class="why" role="status">
      {field && (
        <span class="state bad">
          <Icon name="warning" />
          {t(`delegate.missing_${field}`)}
        </span>
      )}
    </p>
  );
}
