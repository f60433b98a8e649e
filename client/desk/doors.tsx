import type { ComponentType } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AgendaView, MeetingView } from '../../server/domain/view.ts';
import { type AgendaItem, currentItem } from '../lib/agenda.ts';
import { OnDemand } from '../lib/on-demand.ts';
import { loadMoreWords, t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { type DeskView, useDesk } from './desk.ts';

/** What each view is given. */
export interface ViewProps {
  readonly meeting: MeetingView;
  readonly agenda: AgendaView;
  /** The agenda item in the middle: the one that is open, or another that is looked at; undefined before the start. */
  readonly item: AgendaItem | undefined;
}

const minutesWords = {
  ar: () => import('virtual:words/kind-reader/ar'),
  fr: () => import('virtual:words/kind-reader/fr'),
  en: () => import('virtual:words/kind-reader/en'),
};

/** Fetched when somebody first goes there. */
const views: Readonly<Record<DeskView, OnDemand<ComponentType<ViewProps>>>> = {
  programme: new OnDemand(async () => (await import('./runs/edit-runs.tsx')).EditRuns),
  keypoints: new OnDemand(async () => {
    const { KeyPoints } = await import('./keypoints/keypoints.tsx');
    return ({ item }) =>
      item ? <KeyPoints key={item.id} item={item} /> : <p class="empty">{t('desk.before_start')}</p>;
  }),
  themes: new OnDemand(async () => {
    const { Themes } = await import('./themes/themes.tsx');
    return () => <Themes />;
  }),
  people: new OnDemand(async () => {
    const { People } = await import('./people/people.tsx');
    return () => <People />;
  }),
  report: new OnDemand(async () => {
    const [{ Report }] = await Promise.all([import('./minutes/report.tsx'), loadMoreWords(minutesWords)]);
    return Report;
  }),
};

const doors: readonly (readonly [view: DeskView | null, icon: IconName])[] = [
  [null, 'now'],
  ['keypoints', 'points'],
  ['themes', 'themes'],
  ['people', 'people'],
  ['report', 'document'],
];

/** The ways to what stands in the middle: the activity, key points, themes, people, the minutes. `onOpen` also where it is open already. */
export function Doors({ onOpen }: { onOpen?: () => void }) {
  const desk = useDesk();
  return (
    <nav class="doors" aria-label={t('desk.doors')}>
      {doors.map(([view, icon]) => (
        <button
          key={icon}
          type="button"
          aria-pressed={desk.view.value === view}
          onClick={() => {
            desk.view.value = view;
            onOpen?.();
          }}
        >
          <Icon name={icon} />
          {t(`desk.view_${view ?? 'activity'}`)}
        </button>
      ))}
    </nav>
  );
}

/** A view in the middle, in place of the activity. */
export function View({ view, meeting, agenda }: { view: DeskView; meeting: MeetingView; agenda: AgendaView }) {
  const desk = useDesk();
  const place = useRef<HTMLElement>(null);
  const part = views[view];
  const state = part.state.value;
  const connected = desk.live.state.value === 'live';
  useEffect(() => {
    // Also when the connection is back.
    void part.load();
  }, [part, connected]);
  useEffect(() => place.current?.focus({ preventScroll: true }), [view]);
  const viewed = desk.viewed.value;
  const item = viewed ? agenda.items.find(({ id }) => id === viewed) : currentItem(agenda);
  return (
    <section
      class={`view ${view}`}
      id="current"
      tabIndex={-1}
      aria-label={t(`desk.view_${view}`)}
      aria-busy={state.at === 'waiting'}
      ref={place}
    >
      {state.at === 'here' && <state.part meeting={meeting} agenda={agenda} item={item} />}
      {state.at === 'failed' && (
        <p class="empty" role="alert">
          {t('desk.view_missing')} <Button onClick={() => void part.load()}>{t('desk.try_again')}</Button>
        </p>
      )}
    </section>
  );
}
