import type { Consents, ProfileInput } from '../domain/commands.ts';
import type { MeetingFile } from '../domain/meeting-file.ts';
import type { Language } from '../domain/text.ts';
import { MAX_NAME } from '../domain/text.ts';
import { type Character, characterOf } from './behaviour.ts';
import type { People } from './corpus.ts';
import { languageOf } from './ideas.ts';
import type { Random } from './random.ts';

/** Of a meeting, what somebody sees who joins it. */
export type JoinLists = Pick<MeetingFile, 'languages' | 'cities' | 'kinds' | 'organisations'>;

/** Somebody who comes to a rehearsal, as they will join. */
export interface Guest {
  readonly character: Character;
  readonly profile: ProfileInput;
  readonly consents: Consents;
  readonly lang: Language;
}

/** As many guests as asked for, most of them from organisations of the meeting's list. */
export function crowd(lists: JoinLists, people: People, random: Random, count: number): Guest[] {
  const names = namesOf(people, random);
  return Array.from({ length: count }, () => {
    const lang = languageOf(random, lists.languages);
    const profile = profileOf(lists, random, lang, names(lang));
    const listed = lists.organisations.find(({ id }) => id === profile.organisation);
    const { city, kind } = listed ? { city: listed.city ?? profile.city, kind: listed.kind } : profile;
    return {
      character: characterOf(random, lang, { city, kind: kind ?? '' }),
      profile,
      consents: { present: random.chance(70), words: random.chance(45) },
      lang,
    };
  });
}

/** Gives each name once; after that, the first of one with the last of another. */
function namesOf(people: People, random: Random): (lang: Language) => string {
  const decks = { ar: random.shuffled(people.ar), fr: random.shuffled(people.fr), en: random.shuffled(people.en) };
  const given = { ar: 0, fr: 0, en: 0 };
  return (lang) => {
    const deck = decks[lang];
    const n = given[lang]++;
    const name = deck[n % deck.length] as string;
    const turn = Math.floor(n / deck.length);
    if (turn === 0) return name;
    const [first = name] = name.split(' ', 1);
    const other = deck[(n + turn) % deck.length] as string;
    const last = other.includes(' ') ? other.slice(other.indexOf(' ') + 1) : other;
    return `${first} ${last}`.slice(0, MAX_NAME);
  };
}

function profileOf(lists: JoinLists, random: Random, lang: Language, name: string): ProfileInput {
  const city = random.pick(lists.cities);
  const listed = random.chance(88) ? random.pick(lists.organisations) : undefined;
  if (listed) return { name, organisation: listed.id, city: listed.city ?? city?.id ?? null, kind: null };
  const kind = random.pick(lists.kinds);
  const words = [kind, city].flatMap((entry) => entry?.name[lang] ?? []).join(' – ');
  return {
    name,
    organisation: null,
    organisationText: (words || name).slice(0, MAX_NAME),
    city: city?.id ?? null,
    kind: kind?.id ?? null,
  };
}
