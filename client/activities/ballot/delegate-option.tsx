import type { OptionView } from '../../../server/domain/activities/ballot/view.ts';
import type { Label } from '../../../server/domain/text.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { lang, t } from '../../lib/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Said, Text } from '../../ui/said.tsx';
import { ResultOf } from './delegate-results.tsx';
import type { VoteHere } from './delegate-vote.ts';
import type { OptionStanding } from './option-texts.ts';

export interface OptionProps {
  option: OptionView;
  /** What was carried over, as long as the room may read it. */
  said: OptionStanding | undefined;
  activity: ActivityView;
  vote: VoteHere;
  canSend: boolean;
}

/** One option: what it is, my dots on it, what came of it. */
export function OptionCard({ option, said, activity, vote, canSend }: OptionProps) {
  const n = vote.dots[option.id] ?? 0;
  const name = `option-${activity.id}-${option.id}`;
  if (option.withdrawn)
    return (
      <li class="option withdrawn">
        <s>
          <Name option={option} said={said} />
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
        <Name option={option} said={said} />
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

/** The words of an option; of what was carried over, those of the text that it is, or that it was merged into. */
function Name({ option, said }: Pick<OptionProps, 'option' | 'said'>) {
  if (option.label) return <Localised label={option.label} class="name" />;
  if (!said) return <p class="soft">{t('ballot.gone')}</p>;
  const { view, was, twin } = said;
  return (
    <>
      <Said text={view.text} lang={view.lang} translations={view.translations} ours={view.by.as === 'document'} />
      {was && <p class="soft">{t('ballot.merged', { was, ref: view.ref ?? '', twin: twin ? 'yes' : 'no' })}</p>}
      {!was && twin && <p class="soft">{t('ballot.twin')}</p>}
    </>
  );
}

/** In the reader's language, or in one of those that it has. */
function Localised({ label, class: more }: { label: Label; class: string }) {
  const own = label[lang.value];
  if (own !== undefined) return <p class={more}>{own}</p>;
  const [other] = Object.entries(label);
  return other ? <Text text={other[1]} lang={other[0]} class={more} /> : null;
}
