import { type Heard, heardIn, heardOf } from '../domain/heard.ts';
import type { ListId } from '../domain/ids.ts';
import type { ActivitySection, AtTheFloor, HeardRow, HeardTable, Run } from '../domain/minutes-document.ts';
import { spokenAt } from '../domain/parts/floor-turn.ts';
import { attributionOf, kindOf, type MeetingState } from '../domain/state.ts';
import { authorOf, bucketName } from './authors.ts';
import type { Composing } from './compose.ts';

type By = 'city' | 'kind';
type Groups = Readonly<Record<string, Heard>>;

/**
 * Who was heard, by kind and by city, over the whole meeting, and in each activity whose authors appear by city or kind
 * by these alone. Small groups stand together, nobody by themselves.
 */
export function heardTables(state: MeetingState, activities: readonly ActivitySection[], ctx: Composing): HeardTable[] {
  const { lang, words } = ctx;
  const say = (text: string): Run => ({ text, lang });
  const { byKind, byCity, waiting } = heardOf(state);
  const whole = (by: By, groups: Groups): HeardTable => ({
    by,
    activity: null,
    title: say(words(`minutes.heardWhole_${by}`)),
    rows: rowsOf(groups, by, true, ctx),
    waiting,
  });
  return [
    ...(anything(byKind, waiting) ? [whole('kind', byKind), whole('city', byCity)] : []),
    ...activities.flatMap(({ id, title, attribution }): HeardTable[] => {
      const instance = state.activities.get(id);
      if (!instance || !kindOf(instance).voice || (attribution !== 'city' && attribution !== 'kind')) return [];
      const heard = heardIn(state, instance);
      const groups = attribution === 'city' ? heard.byCity : heard.byKind;
      if (!anything(groups, heard.waiting)) return [];
      return [
        {
          by: attribution,
          activity: id,
          title: say(words(`minutes.heardIn_${attribution}`, { title: title.text })),
          rows: rowsOf(groups, attribution, false, ctx),
          waiting: heard.waiting,
        },
      ];
    }),
  ];
}

const anything = (groups: Groups, { contributions, endorsements }: HeardTable['waiting']): boolean =>
  contributions + endorsements > 0 ||
  Object.values(groups).some((row) => row.contributions + row.endorsements + row.times > 0);

/** The largest group first, all that do not stand by themselves last. */
function rowsOf(groups: Groups, by: By, floor: boolean, { file, lang, words }: Composing): HeardRow[] {
  const all = Object.entries(groups);
  const name = (id: ListId | null): string =>
    id === null && all.length === 1 ? words('minutes.everybody') : bucketName(id, by, file, lang, words);
  return all
    .map(([key, { joined, contributions, endorsements, times, ms }]): HeardRow => {
      const id = key === '' ? null : (key as ListId);
      return {
        id,
        name: { text: name(id), lang },
        people: joined,
        contributions,
        endorsements,
        floor: floor ? { times, ms } : null,
      };
    })
    .sort((a, b) => Number(a.id === null) - Number(b.id === null) || b.people - a.people);
}

/** Who had the floor: counts, and the names of those who agreed to stand by their words, in the order of the alphabet. */
export function floorOf(state: MeetingState, { file, lang, words, now }: Composing): AtTheFloor | null {
  const spoken = spokenAt(state, now);
  if (spoken.size === 0) return null;
  const all = [...spoken.values()];
  const collator = new Intl.Collator(lang);
  return {
    people: spoken.size,
    times: all.reduce((sum, { times }) => sum + times, 0),
    ms: all.reduce((sum, { ms }) => sum + ms, 0),
    named: [...spoken.keys()]
      .map((id) => attributionOf(state, id))
      .filter((by) => by.as === 'name')
      .map((by) => authorOf(by, file, lang, words))
      .sort((a, b) => collator.compare(a.name.text, b.name.text)),
  };
}
