import { useSignal } from '@preact/signals';
import type { ActivityView, AgendaView, HeardView, MeetingView } from '../../../server/domain/view.ts';
import { deskKinds } from '../../activities/desk.ts';
import { cityName, kindName } from '../../lib/lists.ts';
import { lang, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { viewedItem } from '../current.tsx';
import { useDesk } from '../desk.ts';
import { Emphasis } from '../emphasis.tsx';
import { activitiesOf, shownOf } from '../shown-activity.ts';
import { type Aspect, type HeardRow, heardTable, shortened } from './heard.ts';

type By = 'city' | 'kind';
type Scope = 'activity' | 'meeting';
type Choice = `${Scope}/${By}`;

/** Rows that there is room for beside the screen and the floor. */
const MOST = 7;

interface PanelProps {
  readonly meeting: MeetingView;
  readonly agenda: AgendaView;
}

/** Who has been heard, in writing and aloud, beside their part of the room: groups, never persons. */
export function HeardPanel({ meeting, agenda }: PanelProps) {
  const desk = useDesk();
  const aspect = useSignal<Aspect>('written');
  const chosen = useSignal<Readonly<Record<Aspect, Choice | null>>>({ written: null, aloud: null });
  const whole = useSignal(false);
  const item = viewedItem(agenda, desk.viewed.value);
  const activity = item && shownOf(activitiesOf(desk.live, item), desk.chosen.value);
  const everywhere = desk.live.value<HeardView>('heard').value;
  const here = desk.live.value<HeardView>(`heard/${activity?.id ?? ''}`).value;
  const choices = choicesOf(aspect.value, activity, here);
  const asked = chosen.value[aspect.value];
  const choice = choices.find((one) => one === asked) ?? choices[0] ?? 'meeting/city';
  const [scope, by] = choice.split('/') as [Scope, By];
  const heard = scope === 'activity' ? here : everywhere;
  const table = heardTable((by === 'city' ? heard?.byCity : heard?.byKind) ?? {}, aspect.value);
  const name = (id: string) => nameOf(meeting, by, id);
  const waiting = aspect.value === 'written' ? (heard?.waiting.contributions ?? 0) : 0;
  const rows = whole.value ? table.rows : shortened(table.rows, MOST);
  return (
    <section class="panel heard-panel" aria-labelledby="heard-panel">
      <h2 id="heard-panel">{t('desk.heard_title')}</h2>
      <fieldset class="seg">
        <legend class="sr">{t('desk.heard_title')}</legend>
        {(['written', 'aloud'] as const).map((one) => (
          <button key={one} type="button" aria-pressed={aspect.value === one} onClick={() => (aspect.value = one)}>
            {t(`desk.heard_${one}`)}
          </button>
        ))}
      </fieldset>
      <select
        class="input small"
        aria-label={t('desk.heard_which')}
        value={choice}
        onChange={({ currentTarget: { value } }) =>
          (chosen.value = { ...chosen.value, [aspect.value]: value as Choice })
        }
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {t(`desk.heard_of_${one.replace('/', '_')}`)}
          </option>
        ))}
      </select>
      {table.total === 0 && waiting === 0 && <p class="empty">{t(`desk.heard_none_${aspect.value}`)}</p>}
      {table.total > 0 && (
        <>
          <Hint table={table} aspect={aspect.value} name={name} />
          <Rows rows={rows} aspect={aspect.value} name={name} />
          {table.rows.length > MOST && (
            <Button look="quiet" icon={whole.value ? 'up' : 'down'} onClick={() => (whole.value = !whole.value)}>
              {whole.value ? t('desk.less') : t('desk.show_all', { n: table.rows.length })}
            </Button>
          )}
          <Legend aspect={aspect.value} />
        </>
      )}
      {waiting > 0 && <p class="heard-waiting">{t('desk.heard_waiting', { n: waiting })}</p>}
    </section>
  );
}

const named = (activity: ActivityView): boolean => (activity.config.attribution ?? 'named') === 'named';

/** What can be looked at: where authors appear by city or kind, these alone; aloud, the whole meeting. */
function choicesOf(aspect: Aspect, activity: ActivityView | undefined, here: HeardView | undefined): Choice[] {
  const whole: Choice[] = ['meeting/city', 'meeting/kind'];
  if (aspect === 'aloud') return whole.reverse();
  if (!activity || !here || !deskKinds[activity.kind]?.texts) return whole;
  if (named(activity)) return ['activity/city', 'activity/kind', ...whole];
  return [activity.config.attribution === 'kind' ? 'activity/kind' : 'activity/city', ...whole];
}

const nameOf = (meeting: MeetingView, by: By, id: string): string =>
  (by === 'city' ? cityName : kindName)(meeting, id || null) ??
  t(by === 'city' ? 'desk.other_cities' : 'desk.other_kinds');

interface TableProps {
  readonly aspect: Aspect;
  readonly name: (id: string) => string;
}

function Hint({ table: { hint }, aspect, name }: TableProps & { table: ReturnType<typeof heardTable> }) {
  const names = new Intl.ListFormat(lang.value, { type: 'conjunction' }).format(hint?.ids.map(name) ?? []);
  return (
    <div role="status">
      {hint && (
        <p class="heard-hint">
          <Icon name="ear" />
          <Emphasis text={t(`desk.heard_hint_${aspect}`, { ...hint, names, n: hint.ids.length, ids: '' })} />
        </p>
      )}
    </div>
  );
}

function Rows({ rows, aspect, name }: TableProps & { rows: readonly HeardRow[] }) {
  const most = Math.max(0.01, ...rows.flatMap((row) => [row.room, row.share, row.endorsements ?? 0]));
  const width = (share: number) => `${(share / most) * 100}%`;
  return (
    <ul class="shares heard">
      {rows.map((row) => (
        <li key={row.id} class={row.low ? 'low' : undefined}>
          <span>{name(row.id)}</span>
          <span class="bar3" aria-hidden="true">
            <i style={{ inlineSize: width(row.share) }} />
            {row.endorsements !== null && <b style={{ inlineSize: width(row.endorsements) }} />}
            <u style={{ insetInlineStart: width(row.room) }} />
          </span>
          <span class="v num" aria-hidden="true">
            {t('desk.heard_shares', { share: row.share, room: row.room })}
          </span>
          <span class="sr">
            {t(`desk.heard_row_${aspect}`, { share: row.share, room: row.room, endorsements: row.endorsements ?? 0 })}
            {row.low && ` ${t('desk.heard_low')}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

const Legend = ({ aspect }: { aspect: Aspect }) => (
  <p class="legend heard" aria-hidden="true">
    <span>
      <i />
      {t(aspect === 'written' ? 'desk.heard_legend_contributions' : 'desk.heard_legend_time')}
    </span>
    {aspect === 'written' && (
      <span>
        <b />
        {t('desk.heard_legend_endorsements')}
      </span>
    )}
    <span>
      <u />
      {t('desk.heard_legend_room')}
    </span>
  </p>
);
