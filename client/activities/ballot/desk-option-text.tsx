import type { OptionView } from '../../../server/domain/activities/ballot/view.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { authorAtDesk } from '../../contributions/desk-author.ts';
import { missingLabels } from '../../desk/labels.ts';
import { labelIn } from '../../lib/labels.ts';
import { languageName } from '../../lib/languages.ts';
import { lang, t } from '../../lib/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Text } from '../../ui/said.tsx';
import type { OptionStanding } from './option-texts.ts';

interface Props {
  readonly option: OptionView;
  /** What was carried over, as long as it may be read. */
  readonly said: OptionStanding | undefined;
  readonly meeting: MeetingView;
}

/** What an option says: its own words, or those of what was carried over or of what that was merged into. */
export function OptionText({ option, said, meeting }: Props) {
  return option.item ? <Carried said={said} meeting={meeting} /> : <Words option={option} meeting={meeting} />;
}

function Words({ option: { label, detail }, meeting }: { option: OptionView; meeting: MeetingView }) {
  if (!label) return <Gone />;
  const shown = labelIn(label, lang.value);
  const more = detail && labelIn(detail, lang.value);
  const missing = missingLabels(label, meeting.languages);
  return (
    <>
      <Text class="option-text" {...shown} />
      {more && <Text class="aside" {...more} />}
      {missing.length > 0 && (
        <p class="pend">
          <Icon name="translate" />
          {t('desk.not_translated', { langs: missing.map(languageName).join(' · ') })}
        </p>
      )}
    </>
  );
}

function Carried({ said, meeting }: Pick<Props, 'said' | 'meeting'>) {
  if (!said) return <Gone />;
  const { view, was, twin } = said;
  const translation = view.lang === lang.value ? undefined : view.translations[lang.value];
  return (
    <>
      <Text class="option-text" text={translation?.text ?? view.text} lang={translation ? lang.value : view.lang} />
      <p class="aside">
        {view.ref && <span class="ref">{view.ref}</span>} · <bdi>{authorAtDesk(view.by, meeting).name}</bdi>
      </p>
      {was && <p class="aside">{t('desk.option_merged', { was, ref: view.ref ?? '' })}</p>}
      {twin && <p class="aside">{t('desk.option_twin')}</p>}
      {view.status === 'hidden' && <Gone />}
    </>
  );
}

/** The room cannot read it (any more): whoever voted for it still has, until it is withdrawn. */
const Gone = () => (
  <p class="pend">
    <Icon name="hide" />
    {t('desk.option_gone')}
  </p>
);
