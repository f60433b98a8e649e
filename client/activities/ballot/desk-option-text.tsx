import type { OptionView } from '../../../server/domain/activities/ballot/view.ts';
import type { ContributionView } from '../../../server/domain/contributions/view.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { authorAtDesk } from '../../contributions/desk-author.ts';
import { useDesk } from '../../desk/desk.ts';
import { missingLabels } from '../../desk/labels.ts';
import { labelIn } from '../../lib/labels.ts';
import { languageName } from '../../lib/languages.ts';
import { lang, t } from '../../lib/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Text } from '../../ui/said.tsx';

/** What an option says: its own words, or those of the item that was carried over, as long as the room may read it. */
export function OptionText({ option, meeting }: { option: OptionView; meeting: MeetingView }) {
  return option.item ? <ItemText item={option.item} meeting={meeting} /> : <Words option={option} meeting={meeting} />;
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

function ItemText({ item, meeting }: { item: string; meeting: MeetingView }) {
  const view = useDesk().live.value<ContributionView>(`c/${item}`).value;
  if (!view) return <Gone />;
  const translation = view.lang === lang.value ? undefined : view.translations[lang.value];
  return (
    <>
      <Text class="option-text" text={translation?.text ?? view.text} lang={translation ? lang.value : view.lang} />
      <p class="aside">
        {view.ref && <span class="ref">{view.ref}</span>} · <bdi>{authorAtDesk(view.by, meeting).name}</bdi>
      </p>
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
