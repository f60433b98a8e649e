import './themes.css';
import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { ItemId } from '../../../server/domain/ids.ts';
import type { ThemeView } from '../../../server/domain/parts/themes.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { isShown } from '../../contributions/desk-list.ts';
import { everyRow } from '../../contributions/desk-texts.ts';
import type { Live } from '../../lib/live.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { useDesk } from '../desk.ts';
import { activityTitles } from '../shown-activity.ts';
import { CarryTheme } from './carry-theme.tsx';
import { Choosing } from './choosing.ts';
import { groupedOf, homesOf } from './grouping.ts';
import { MergeTheme } from './merge-theme.tsx';
import { NameTheme, type Naming } from './name-theme.tsx';
import { Selection } from './selection.tsx';
import { Suggestions } from './suggestions.tsx';
import { ThemeCard } from './theme-card.tsx';
import { Ungrouped } from './ungrouped.tsx';

/** What a theme asked for, in a dialog. */
export type Asked =
  | { readonly kind: 'name'; readonly naming: Naming }
  | { readonly kind: 'merge' | 'carry'; readonly theme: ThemeView };

/** The rapporteur's table: the room's texts on one side, the themes that they are grouped into on the other. */
export function Themes() {
  const desk = useDesk();
  const { live } = desk;
  const choosing = useMemo(() => new Choosing(desk), [desk]);
  const asked = useSignal<Asked | null>(null);
  const meeting = live.value<MeetingView>('meeting').value;
  const titles = useMemo(() => activityTitles(live), [live]).value;
  if (!meeting) return null;
  const rows = everyRow(live);
  const themes = themesOf(live);
  const homes = homesOf(themes);
  const order = titles.map(({ id }) => id);
  const grouped = groupedOf(themes, rows, order);
  // What the room lost meanwhile is no longer chosen.
  const there = new Set(rows.filter((row) => isShown(row) || homes.has(row.id)).map(({ id }) => id));
  const chosen = [...choosing.chosen.value].filter((id) => there.has(id));
  const names = new Map(titles.map(({ id, title }) => [id, title]));
  const close = () => (asked.value = null);
  const add = (items: readonly ItemId[]) => (asked.value = { kind: 'name', naming: { theme: null, items, label: {} } });
  return (
    <div class="rapporteur">
      <header class="view-head">
        <div>
          <h2>{t('order.themes_title')}</h2>
          <p class="aside">{t('order.themes_hint')}</p>
        </div>
        <Button icon="plus" onClick={() => add([])}>
          {t('order.theme_new')}
        </Button>
      </header>
      <div class="themes-sides">
        <div class="themes-side">
          <Suggestions
            rows={rows}
            homes={homes}
            meeting={meeting}
            titles={names}
            choosing={choosing}
            onName={(naming) => (asked.value = { kind: 'name', naming })}
          />
          <Ungrouped rows={rows} homes={homes} meeting={meeting} titles={titles} choosing={choosing} />
        </div>
        <div class="themes-side">
          {grouped.length === 0 && <p class="empty">{t('order.themes_empty')}</p>}
          {grouped.map((one) => (
            <ThemeCard
              key={one.theme.id}
              grouped={one}
              homes={homes}
              chosen={chosen}
              meeting={meeting}
              titles={names}
              choosing={choosing}
              alone={grouped.length === 1}
              onAsk={(what) => (asked.value = what)}
            />
          ))}
        </div>
      </div>
      <Selection chosen={chosen} homes={homes} themes={grouped} choosing={choosing} onNew={() => add(chosen)} />
      {asked.value?.kind === 'name' && (
        <NameTheme naming={asked.value.naming} meeting={meeting} onDone={() => choosing.clear()} onClose={close} />
      )}
      {asked.value?.kind === 'merge' && <MergeTheme theme={asked.value.theme} themes={grouped} onClose={close} />}
      {asked.value?.kind === 'carry' && (
        <CarryTheme theme={asked.value.theme} themes={grouped} titles={names} onClose={close} />
      )}
    </div>
  );
}

const themesOf = (live: Live): ThemeView[] =>
  live.keys('theme/').value.flatMap((key) => live.value<ThemeView>(key).value ?? []);
