import { t } from '../lib/words.ts';

/** A choice of one reason, as radio buttons. */
export function Reasons<R extends string>(props: {
  of: readonly R[];
  /** The first part of the reasons' keys in `reasons`. */
  words: 'hide' | 'remove';
  chosen: R | null;
  onChoose: (reason: R) => void;
}) {
  return (
    <fieldset class="reasons">
      <legend>{t('desk.reason')}</legend>
      {props.of.map((reason) => (
        <label key={reason} class="check">
          <input
            type="radio"
            name="reason"
            value={reason}
            checked={props.chosen === reason}
            onChange={() => props.onChoose(reason)}
          />
          {t(`reasons.${props.words}_${reason}`)}
        </label>
      ))}
    </fieldset>
  );
}
