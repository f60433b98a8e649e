import { useSignal } from '@preact/signals';
import type { ActivityId, ItemId } from '../../../server/domain/ids.ts';
import type { ThemeView } from '../../../server/domain/parts/themes.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { isShown } from '../../contributions/desk-list.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { useDesk } from '../desk.ts';
import { Choosable } from './choosable.tsx';
import type { Choosing } from './choosing.ts';
import { useDrop } from './drop.ts';
import { type Grouped, moves, votable } from './grouping.ts';
import { ThemeName } from './theme-name.tsx';
import type { Asked } from './themes.tsx';

export interface ThemeCardProps {
  readonly grouped: Grouped;
  readonly homes: ReadonlyMap<ItemId, ThemeView>;
  readonly chosen: readonly ItemId[];
  readonly meeting: MeetingView;
  readonly titles: ReadonlyMap<ActivityId, string>;
  readonly choosing: Choosing;
  /** The only theme: there is none to merge it with. */
  readonly alone: boolean;
  readonly onAsk: (asked: Asked) => void;
}

/** A theme: its name, its texts, and what may be done with it. Texts are dropped on it. */
export function ThemeCard(props: ThemeCardProps) {
  const { grouped, homes, chosen, meeting, titles, choosing, alone, onAsk } = props;
  const { theme, rows, gone } = grouped;
  const desk = useDesk();
  const folded = useSignal(false);
  const drop = useDrop(choosing, (items) => void choosing.put(items, theme.id, homes));
  const coming = moves(chosen, theme.id, homes);
  const heading = `theme-${theme.id}`;
  return (
    <article class={drop.over ? 'theme over' : 'theme'} aria-labelledby={heading} {...drop.handlers}>
      <header>
        <h3 id={heading}>
          <span class="ref">{theme.ref}</span> <ThemeName theme={theme} />
        </h3>
        {rows.length > 0 && (
          <Button
            look="quiet"
            icon={folded.value ? 'down' : 'up'}
            aria-expanded={!folded.value}
            onClick={() => (folded.value = !folded.value)}
          >
            {t('order.theme_holds', { n: rows.length })}
            <span class="sr"> {theme.ref}</span>
          </Button>
        )}
      </header>
      <div class="theme-acts">
        {coming.length > 0 && (
          <Button look="act" onClick={() => void choosing.put(chosen, theme.id, homes)}>
            {t('order.put_here', { n: coming.length })}
            <span class="sr"> {theme.ref}</span>
          </Button>
        )}
        <Button
          look="quiet"
          icon="edit"
          onClick={() => onAsk({ kind: 'name', naming: { theme, items: [], label: theme.label } })}
        >
          {t('order.rename')}
          <span class="sr"> {theme.ref}</span>
        </Button>
        {!alone && (
          <Button look="quiet" icon="merge" onClick={() => onAsk({ kind: 'merge', theme })}>
            {t('order.merge')}
            <span class="sr"> {theme.ref}</span>
          </Button>
        )}
        {votable(grouped).length > 0 && (
          <Button look="quiet" icon="send" onClick={() => onAsk({ kind: 'carry', theme })}>
            {t('order.theme_carry')}
            <span class="sr"> {theme.ref}</span>
          </Button>
        )}
        <Button look="quiet" icon="remove" onClick={() => void desk.run('themes.Remove', { theme: theme.id })}>
          {t('order.theme_remove')}
          <span class="sr"> {theme.ref}</span>
        </Button>
      </div>
      {gone > 0 && <p class="aside">{t('order.theme_gone', { n: gone })}</p>}
      {rows.length === 0 && <p class="empty">{t('order.theme_empty')}</p>}
      {!folded.value && rows.length > 0 && (
        <ul>
          {rows.map((row) => (
            <Choosable
              key={row.id}
              row={row}
              choosing={choosing}
              meeting={meeting}
              from={titles.get(row.view.activity)}
              note={isShown(row) ? undefined : t('order.not_shown')}
            />
          ))}
        </ul>
      )}
    </article>
  );
}
