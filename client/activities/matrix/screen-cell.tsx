import type { Tone } from '../../../server/domain/activities/matrix/schema.ts';
import type { ItemId } from '../../../server/domain/ids.ts';
import type { Language } from '../../../server/domain/text.ts';
import type { Shown } from '../../contributions/screen-choice.ts';
import { inLanguage } from '../../contributions/screen-text.ts';
import { useCalm } from '../../screen/calm.ts';
import { Fit } from '../../screen/fit.tsx';
import { wallWord } from '../../screen/wall-words.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Step } from './screen-cells.ts';

/** A text stays at least so long, in milliseconds, whatever overtakes it. */
const READABLE = 6000;
const SIZES = [40, 36, 34, 32];

export interface CellProps {
  readonly tone: Tone;
  readonly step: Step;
  /** Null while nothing of it may be seen. */
  readonly n: number | null;
  readonly contests: number;
  readonly entries: readonly Shown[];
  /** The entry whose text is to stand in it. */
  readonly foremost: ItemId | undefined;
  readonly first: Language;
}

/** One cell: its number large, the text that stands for it, and how many contest what stands there. */
export function Cell({ tone, step, n, contests, entries, foremost, first }: CellProps) {
  const [shown] = useCalm(foremost ? [foremost] : [], (id) => entries.some((entry) => entry.id === id), READABLE);
  const entry = entries.find(({ id }) => id === shown);
  const text = entry && inLanguage(entry.view, first);
  return (
    <div class={`cell ${tone} step-${step}`}>
      {n !== null && <b class="cell-n num">{n}</b>}
      {text && <Fit key={entry.id} sizes={SIZES} {...text} />}
      {contests > 0 && (
        <span class="contests">
          <Icon name="unequal" />
          <span class="num">{contests}</span>
          <span class="sr">{wallWord(first, 'contests')}</span>
        </span>
      )}
    </div>
  );
}
