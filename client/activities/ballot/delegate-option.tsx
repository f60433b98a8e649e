import type { OptionView } from '../../../server/domain/activities/ballot/view.ts';
import type { ContributionView } from '../../../server/domain/contributions/view.ts';
import type { Label } from '../../../server/domain/text.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { useSession } from '../../delegate/session.ts';
import { lang, t } from '../../lib/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Said, Text } from '../../ui/said.tsx';
import { ResultOf } from './delegate-results.tsx';
import type { VoteHere } from './delegate-vote.ts';

export interface OptionProps {
  option: OptionView;
  activity: ActivityView;
  vote: VoteHere;
  canSend: boolean;
}

/** One option: what it is, my dots on it, what came of it. */
export function OptionCard({ option, activity, vote, canSend }: OptionProps) {
  const n = vote.dots[option.id] ?? 0;
  const name = `option-${activity.id}-${option.id}`;
  if (option.withdrawn)
    return (
      <li class="option withdrawn">
        <s>
          <Name option={option} />
        </s>
        <p class="state">
          <Icon name="minus" />
          {t('ballot.withdrawn')}
        </p>
      </li>
    );
  const result = vote.count?.results?.[option.id];
  const most = n >= vote.most ? t('ballot.most', { n: vote.most }) : '';
  return (
    <li class={n > 0 ? 'option mine' : 'option'}>
      <div class="what" id={name}>
        <Name option={option} />
        {option.detail && <Localised label={option.detail} class="detail" />}
      </div>
      {canSend ? (
        <fieldset class="stepper" aria-labelledby={name}>
          <Step icon="less" word={t('ballot.less')} off={n === 0} onStep={() => vote.set(option.id, n - 1)} />
          <span class="given">
            <span class="sr">{t('ballot.dots', { n })}</span>
            <span aria-hidden="true">{n}</span>
          </span>
          <Step
            icon="plus"
            word={t('ballot.more')}
            off={vote.left <= 0 || n >= vote.most}
            onStep={() => vote.set(option.id, n + 1)}
          />
        </fieldset>
      ) : (
        n > 0 && !result && <p class="state good">{t('ballot.mine', { n })}</p>
      )}
      {canSend && most && vote.left > 0 && <p class="soft most">{most}</p>}
      {result && <ResultOf result={result} mine={n} activity={activity} results={vote.count?.results ?? {}} />}
    </li>
  );
}

interface StepProps {
  icon: 'plus' | 'less';
  word: string;
  /** Said, and not left out of the keyboard's way: the focus stays where it is when the last dot is given. */
  off: boolean;
  onStep: () => void;
}

function Step({ icon, word, off, onStep }: StepProps) {
  return (
    <button type="button" class="btn step" aria-disabled={off} aria-label={word} onClick={() => !off && onStep()}>
      <Icon name={icon} />
    </button>
  );
}

/** The words of an option; of what was carried over, as long as the room may read it. */
function Name({ option }: { option: OptionView }) {
  const { live } = useSession();
  const said = live.value<ContributionView>(`c/${option.item}`).value;
  if (option.label) return <Localised label={option.label} class="name" />;
  if (!said) return <p class="soft">{t('ballot.gone')}</p>;
  const { text, lang: of, translations, by } = said;
  return <Said text={text} lang={of} translations={translations} ours={by.as === 'document'} />;
}

/** In the reader's language, or in one of those that it has. */
function Localised({ label, class: more }: { label: Label; class: string }) {
  const own = label[lang.value];
  if (own !== undefined) return <p class={more}>{own}</p>;
  const [other] = Object.entries(label);
  return other ? <Text text={other[1]} lang={other[0]} class={more} /> : null;
}
