import type { Signal } from '@preact/signals';
import { MAX_NAME } from '../../../server/domain/plain.ts';
import type { Localized } from '../../../server/domain/text.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { lang, localized, t } from '../../lib/words.ts';
import { type Belonging, UNLISTED } from './belonging.ts';

interface Entry {
  readonly id: string;
  readonly name: Localized;
}

/** The entries of a list in the order of the reader's alphabet. */
const sorted = <E extends Entry>(entries: readonly E[]): E[] => {
  const { compare } = new Intl.Collator(lang.value);
  return [...entries].sort((a, b) => compare(localized(a.name), localized(b.name)));
};

export interface BelongingFieldsProps {
  readonly meeting: MeetingView;
  readonly of: Signal<Belonging>;
  /** Whether what is not listed is told in words; otherwise it stays as its owner wrote it. */
  readonly inWords: boolean;
}

/** Where somebody belongs: an organisation of the list, which brings its kind and mostly its city, or another. */
export function BelongingFields({ meeting, of, inWords }: BelongingFieldsProps) {
  const { organisation, organisationText, city, cityText, kind } = of.value;
  const change = (changes: Partial<Belonging>) => (of.value = { ...of.value, ...changes });
  const listed = meeting.organisations.find(({ id }) => id === organisation);
  const unlisted = organisation === UNLISTED;
  return (
    <>
      <Select
        id="belong-organisation"
        label={t('order.organisation')}
        value={organisation}
        entries={meeting.organisations}
        other={t(inWords ? 'order.unlisted' : 'order.unlisted_kept')}
        onChange={(value) => change({ organisation: value })}
      />
      {unlisted && inWords && (
        <Words
          id="belong-organisation-text"
          label={t('order.organisation_text')}
          value={organisationText}
          onInput={(value) => change({ organisationText: value })}
        />
      )}
      {unlisted && (
        <Select
          id="belong-kind"
          label={t('order.kind')}
          value={kind}
          entries={meeting.kinds}
          onChange={(value) => change({ kind: value })}
        />
      )}
      {(unlisted || listed?.city === null) && (
        <Select
          id="belong-city"
          label={t('order.city')}
          value={city}
          entries={meeting.cities}
          other={t(inWords ? 'order.unlisted_city' : 'order.unlisted_kept')}
          onChange={(value) => change({ city: value })}
        />
      )}
      {(unlisted || listed?.city === null) && city === UNLISTED && inWords && (
        <Words
          id="belong-city-text"
          label={t('order.city_text')}
          value={cityText}
          onInput={(value) => change({ cityText: value })}
        />
      )}
    </>
  );
}

export interface SelectProps {
  readonly id: string;
  readonly label: string;
  /** Empty: nothing chosen yet. */
  readonly value: string;
  readonly entries: readonly Entry[];
  /** What stands for all that is not listed; without it, one must be chosen. */
  readonly other?: string;
  readonly onChange: (value: string) => void;
}

/** A choice of one entry of a list. */
export function Select({ id, label, value, entries, other, onChange }: SelectProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} class="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t('order.choose')}</option>
        {sorted(entries).map((entry) => (
          <option key={entry.id} value={entry.id}>
            {localized(entry.name)}
          </option>
        ))}
        {other && <option value={UNLISTED}>{other}</option>}
      </select>
    </div>
  );
}

function Words(props: { id: string; label: string; value: string; onInput: (value: string) => void }) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <input
        id={props.id}
        class="input"
        dir="auto"
        maxLength={MAX_NAME}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </div>
  );
}
