import type { OwnMarks } from '../../../server/domain/activities/briefing/index.ts';
import type { Mark } from '../../../server/domain/activities/briefing/schema.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { useSession } from '../../delegate/session.ts';
import { t } from '../../lib/words.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';

const icons: Readonly<Record<Mark, IconName>> = { same: 'equal', different: 'unequal', more: 'ask' };
const kinds: readonly Mark[] = ['same', 'different', 'more'];

/** "So with us" and "not so" exclude each other. */
const opposite: Partial<Record<Mark, Mark>> = { same: 'different', different: 'same' };

interface Sent {
  readonly activity: string;
  readonly part: string;
  readonly mark: Mark;
}

interface MarksProps {
  activity: ActivityView;
  part: string;
  canSend: boolean;
}

/** What I say to a passage: three quiet toggles under it; what is pressed shows also when it is over. */
export function Marks({ activity, part, canSend }: MarksProps) {
  const { outbox } = useSession();
  const { marks, last } = useMarks(activity.id, part);
  const toggle = async (mark: Mark) => {
    const waiting = last.get(mark);
    // A choice that has not left the phone yet is simply taken back.
    if (waiting && (await outbox.value?.take(waiting))) return;
    const type = marks.has(mark) ? 'briefing.Unmark' : 'briefing.Mark';
    await outbox.value?.add(type, { activity: activity.id, part, mark });
  };
  if (!canSend) {
    if (marks.size === 0) return null;
    return (
      <p class="marked">
        {kinds.map(
          (mark) =>
            marks.has(mark) && (
              <span key={mark} class="state good">
                <Icon name={icons[mark]} />
                {t(`briefing.mark_${mark}`)}
              </span>
            ),
        )}
      </p>
    );
  }
  return (
    <fieldset class="marks">
      <legend class="sr">{t('briefing.marks')}</legend>
      {kinds.map((mark) => (
        <button
          key={mark}
          type="button"
          class="btn quiet mark-of"
          aria-pressed={marks.has(mark)}
          onClick={() => void toggle(mark)}
        >
          <Icon name={last.has(mark) ? 'wait' : icons[mark]} />
          {t(`briefing.mark_${mark}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** My marks of a passage as last chosen, also while that is on its way; and what of each is on its way, by command id. */
function useMarks(activity: string, part: string): { marks: ReadonlySet<Mark>; last: ReadonlyMap<Mark, string> } {
  const { live, outbox } = useSession();
  const own = (live.self.value?.own as Readonly<Record<string, OwnMarks>> | undefined)?.[activity];
  const marks = new Set((own as Readonly<Record<string, readonly Mark[]>> | undefined)?.[part] ?? []);
  const last = new Map<Mark, string>();
  for (const { id, type, data, rejection } of outbox.value?.entries.value ?? []) {
    const sent = data as Sent;
    if (rejection || sent.activity !== activity || sent.part !== part) continue;
    last.set(sent.mark, id);
    if (type === 'briefing.Unmark') marks.delete(sent.mark);
    else {
      marks.add(sent.mark);
      const other = opposite[sent.mark];
      if (other) marks.delete(other);
    }
  }
  return { marks, last };
}
