import type { ZodType } from 'zod';
import { activityByKind } from '../../server/domain/activities/index.ts';
import type { Actor } from '../../server/domain/actors.ts';
import type { Command } from '../../server/domain/commands.ts';
import type { ActivityId, ItemId, ParticipantId } from '../../server/domain/ids.ts';
import { partByName, parts } from '../../server/domain/parts/index.ts';
import type { MeetingState } from '../../server/domain/state.ts';
import type { Random } from './random.ts';
import { facilitator, person, system } from './test-meeting.ts';

export interface Given {
  readonly actor: Actor;
  readonly type: Command['type'];
  readonly data: unknown;
}

/** Marks each text, so that its traces can be found anywhere: `⟦t17⟧`. */
export class Marker {
  private count = 0;
  text(prefix = 't'): string {
    return `⟦${prefix}${++this.count}⟧`;
  }
}

const names = ['أمل', 'Salma', 'Yannis', 'Zeynep'];

/** A person's or the desk's next command, likely to be accepted. */
export function randomCommand(state: MeetingState, random: Random, marker: Marker, at: number): Given | null {
  const people = [...state.participants.keys()];
  const dice = random.below(100);
  if (people.length < 3 || dice < 4) return join(random, marker, people.length);
  if (dice < 20) return core(state, random, marker);
  if (dice < 40) return ofPart(state, random, marker, at);
  const who = random.pick(people)!;
  const actor = dice >= 80 ? facilitator : random.chance(2) ? throughDesk(who) : acting(state, who);
  const open = [...state.activities.values()].filter((a) => a.status === 'open' || a.status === 'closing');
  const instance = random.pick(open.length > 0 && random.chance(90) ? open : [...state.activities.values()]);
  const kind = instance && activityByKind.get(instance.kind);
  if (!instance || !kind) return null;
  const command = kind.randomCommand(instance.slice, {
    activity: instance.id,
    actor,
    participants: people,
    items: [...state.homes.keys()],
    at,
    below: (n) => random.below(n),
    pick: (list) => random.pick(list),
    text: () => `${random.pick(['قول', 'une idée', 'one report'])} ${marker.text()}`,
  });
  return command && { actor, type: command.type as Command['type'], data: command.data };
}

/** Who has no phone speaks through the desk. */
const acting = (state: MeetingState, id: ParticipantId): Actor =>
  state.participants.get(id)?.phone === false ? throughDesk(id) : person(id);
const throughDesk = (id: ParticipantId): Actor => ({ kind: 'participant', id, via: 'desk' });

/** Those with long stories come up oftener. */
const weights: Readonly<Record<string, number>> = { agenda: 2, floor: 4, keypoints: 3, lists: 2, themes: 3 };
const weighted = parts.flatMap(({ name }) => Array.from({ length: weights[name] ?? 1 }, () => name));

function ofPart(state: MeetingState, random: Random, marker: Marker, at: number): Given | null {
  const part = partByName.get(random.pick(weighted)!)!;
  const command = part.randomCommand(state.parts[part.name as keyof MeetingState['parts']], {
    at,
    state,
    below: (n) => random.below(n),
    pick: (list) => random.pick(list),
    text: () => `label ${marker.text('l')}`,
  });
  if (!command) return null;
  const { by, type, data } = command;
  const actor = by === 'desk' ? facilitator : by === 'system' ? system : acting(state, by);
  return { actor, type: type as Command['type'], data };
}

function join(random: Random, marker: Marker, count: number): Given {
  const listed = random.chance(70);
  const consents = { present: random.chance(50), words: random.chance(50) };
  const name = random.chance(97) ? `${random.pick(names)} ${marker.text('n')}` : ' ';
  const profile = listed
    ? { name, organisation: random.pick(['sfax-city', 'lyon-city', 'network']), city: 'lyon', kind: null }
    : {
        name,
        organisation: null,
        organisationText: random.chance(85) ? `Org ${marker.text('n')}` : '',
        city: null,
        cityText: 'Gabès',
        kind: 'small',
      };
  const lang = random.pick(['ar', 'fr', 'en']);
  if (random.chance(15)) return { actor: facilitator, type: 'core.AddParticipant', data: { profile, consents, lang } };
  return {
    actor: system,
    type: 'core.Join',
    data: { participant: `p${count}` as ParticipantId, profile, consents, lang },
  };
}

function core(state: MeetingState, random: Random, marker: Marker): Given | null {
  const activity = random.pick([...state.activities.keys()]) as ActivityId;
  const item = random.pick([...state.homes.keys()]) as ItemId | undefined;
  const desk = (type: Command['type'], data: unknown): Given => ({ actor: facilitator, type, data });
  const dice = random.below(31);
  if (dice < 4) return desk('core.OpenActivity', { activity });
  if (dice < 5) return desk('core.PauseActivity', { activity });
  if (dice < 7)
    return desk('core.CloseActivity', { activity, ...(random.chance(40) ? { graceSeconds: random.below(200) } : {}) });
  if (dice < 8) return { actor: system, type: 'core.EndGrace', data: { activity } };
  if (dice < 9) return desk('core.AddTime', { activity, seconds: random.pick([120, -60, 600]) });
  if (dice < 11) return desk('core.StartItem', { item: random.pick(state.file?.agenda.map((i) => i.id) ?? []) });
  if (dice < 12) {
    const settings = randomSettings(state, activity, random);
    return desk('core.Configure', { activity, settings, minutes: random.pick([null, 5, 20]), graceSeconds: 60 });
  }
  if (dice < 18)
    return item
      ? desk('core.Translate', {
          item,
          lang: random.pick(['ar', 'fr', 'en']),
          text: `trad. ${marker.text('x')}`,
          by: 'Salma B.',
        })
      : null;
  if (dice < 19) {
    const [translated] = [...state.translations]
      .filter(([, by]) => by.size > 0)
      .map(([id, by]) => [id, [...by.keys()][0]]);
    return translated ? desk('core.RemoveTranslation', { item: translated[0], lang: translated[1] }) : null;
  }
  if (dice < 21)
    return desk('core.ShowOnScreen', {
      ...(item && random.chance(60)
        ? { mode: 'item', item }
        : random.pick([{ mode: 'join' }, { mode: 'other' }, { mode: 'activity', activity }])),
      ...onScreen(random),
    });
  if (dice < 22) return desk('core.BlankScreen', { blank: random.chance(50), ...onScreen(random) });
  if (dice < 23) return desk('core.FreezeScreen', { frozen: random.chance(50), ...onScreen(random) });
  if (dice < 27) {
    const act = random.chance(80) ? state.acts.at(-1) : random.pick(state.acts);
    return desk('core.Undo', { seq: act?.seq ?? 1 });
  }
  const who = person(random.pick([...state.participants.keys()])!);
  if (dice < 30)
    return { actor: who, type: 'core.SetConsents', data: { present: random.chance(50), words: random.chance(50) } };
  return { actor: who, type: 'core.SetLanguage', data: { lang: random.pick(['ar', 'fr', 'en']) } };
}

const onScreen = (random: Random) => (random.chance(50) ? {} : { screen: 1 + random.below(4) });

const CANDIDATES = [
  true,
  false,
  'live',
  'collect',
  'closed',
  'named',
  'city',
  'kind',
  'participant',
  'organisation',
  2,
  4,
];

/** Some of an activity's own settings, with values that they can have. */
function randomSettings(state: MeetingState, activity: ActivityId, random: Random): Record<string, unknown> {
  const kind = activityByKind.get(state.activities.get(activity)?.kind ?? '');
  return Object.fromEntries(
    Object.entries(kind?.settings.shape ?? {})
      .filter(() => random.chance(60))
      .map(([name, schema]) => [name, random.pick(CANDIDATES.filter((c) => (schema as ZodType).safeParse(c).success))]),
  );
}
