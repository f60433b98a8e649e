import { parse } from 'csv-parse/sync';
import type { BallotCountView } from '../../server/domain/activities/ballot/view.ts';
import type { Audience } from '../../server/domain/actors.ts';
import type { Attribution } from '../../server/domain/attribution.ts';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { ActivityId } from '../../server/domain/ids.ts';
import { languages } from '../../server/domain/text.ts';
import { type ActivityView, type HeardView, type PersonView, show } from '../../server/domain/view.ts';
import { columns } from '../../server/minutes/columns.ts';
import { exportText } from '../../server/minutes/export.ts';
import type { MinutesJson } from '../../server/minutes/json-schema.ts';
import { wordsFor } from '../../server/words.ts';
import type { TestMeeting } from '../support/test-meeting.ts';

/** Behind no label stand fewer than these, or all where fewer could have written. */
const ENOUGH = 3;

type Belongs = { readonly city: string | null; readonly kind: string };

/** What the attendance says of somebody, for each activity. */
interface Person {
  /** The event by which they were first there, at its opening or since. */
  readonly there: Map<string, number>;
  /** Where they belonged when it was opened, or when they joined after that. */
  readonly fixed: Map<string, Belongs>;
}

/** Under which name something was seen, and which names stood by themselves then, under which other names. */
interface Sighting {
  readonly label: string;
  readonly standing: readonly string[];
  readonly renamed: ReadonlyMap<string, string>;
}

const POOL = 'all others';
const ANYBODY = 'a participant';

/**
 * Somebody who holds the list of all participants (city, kind, organisation, the language of their pages, when each came)
 * and sees every output of every audience, at every moment. They look for texts and votes that fewer than three people
 * can have given.
 */
export class Attacker {
  /** What was found out: nothing, if the law holds. */
  readonly found: string[] = [];
  /** How many labels were tried on people, and rows of the minutes read: so that a test can tell that there were some. */
  tried = 0;
  read = 0;
  private noted = 0;
  private readonly people = new Map<string, Person>();
  private readonly sightings = new Map<string, Sighting[]>();
  /** The event that added each text. */
  private readonly written = new Map<string, number>();

  constructor(
    private readonly meeting: TestMeeting,
    private readonly activities: readonly string[],
  ) {
    meeting.onCommit(() => this.note());
  }

  /** Brings up to date who was there, and when each text was written. */
  private note(): void {
    const { state, log } = this.meeting;
    for (const { seq, type, data } of log.slice(this.noted))
      if (type.endsWith('.ContributionAdded')) this.written.set((data as { item: string }).item, seq);
    this.noted = log.length;
    for (const p of state.participants.values()) {
      const person = this.people.get(p.id) ?? { there: new Map(), fixed: new Map() };
      this.people.set(p.id, person);
      const { present } = show(state, `person/${p.id}`, 'desk') as PersonView;
      for (const id of this.activities) {
        if (!state.activities.get(id as ActivityId)?.openedAt) continue;
        if (!person.fixed.has(id)) person.fixed.set(id, { city: p.city, kind: p.kind });
        if (!person.there.has(id) && present) person.there.set(id, log.length);
      }
    }
  }

  /** Looks at all that an audience is shown. */
  look(audience: Audience): void {
    const { state } = this.meeting;
    const renamed = new Map([...state.parts.lists.merged].map(([from, { into }]) => [from as string, into as string]));
    for (const id of this.activities) {
      const { buckets } = show(state, `a/${id}`, audience) as ActivityView;
      if (!buckets) continue;
      // Whoever was there at the opening knows what stood before any of it was merged and went by another name.
      const standing: readonly string[] = [...(state.activities.get(id as ActivityId)?.buckets?.listed ?? [])];
      const sighting = (label: string): Sighting => ({ label, standing, renamed });
      for (const [item, home] of state.homes) {
        const text = home === id && (show(state, `c/${item}`, audience) as ContributionView | undefined);
        if (text) this.see(id, buckets.by, item, text, sighting);
      }
      this.seeBallot(id, buckets.by, audience, sighting);
    }
    for (const key of ['heard', ...this.activities.map((id) => `heard/${id}`)]) this.seeHeard(key, audience);
  }

  private see(
    activity: string,
    by: 'city' | 'kind',
    item: string,
    text: ContributionView,
    sighting: (label: string) => Sighting,
  ): void {
    const labels: [string, Attribution][] = [
      [item, text.by],
      ...text.merged.map((m): [string, Attribution] => [m.item, m.by]),
    ];
    for (const [id, attribution] of labels) {
      const label = labelOf(attribution);
      if (label === null) continue;
      if (label === undefined) this.found.push(`${item} in ${activity} shows its author as ${attribution.as}`);
      else this.follow(activity, by, id, sighting(label));
    }
    if (text.by.as === 'document') return;
    if (text.at !== null || text.behalf) this.found.push(`${item} in ${activity} tells when or by whom it was sent`);
    if (text.guessed && text.lang !== 'ar' && text.lang !== 'und')
      this.found.push(`${item} tells its author's language`);
  }

  /** Who can have written a text, after all that was seen of it. */
  private follow(activity: string, by: 'city' | 'kind', item: string, sighting: Sighting): void {
    const seen = [...(this.sightings.get(item) ?? []), sighting];
    this.sightings.set(item, seen);
    const could = this.thereBy(activity, this.written.get(item) ?? 0);
    const under = could.filter((person) =>
      seen.every((one) => one.label === nameOf(person.fixed.get(activity)?.[by], one)),
    );
    this.count(`the author of ${item} in ${activity}, ${sighting.label}`, under.length, could.length);
  }

  private seeBallot(
    activity: string,
    by: 'city' | 'kind',
    audience: Audience,
    sighting: (label: string) => Sighting,
  ): void {
    const count = show(this.meeting.state, `count/${activity}`, audience) as Partial<BallotCountView>;
    if (!count.groups) return;
    const could = this.thereBy(activity, this.meeting.log.length);
    const groups = [count.groups, ...Object.values(count.results ?? {}).map((result) => result.groups)];
    for (const name of new Set(groups.flatMap((group) => Object.keys(group)))) {
      const seen = sighting(name === '' ? POOL : name);
      const under = could.filter((person) => seen.label === nameOf(person.fixed.get(activity)?.[by], seen));
      this.count(`the voters of ${seen.label} in ${activity}`, under.length, could.length);
    }
  }

  private seeHeard(key: string, audience: Audience): void {
    const heard = show(this.meeting.state, key, audience) as HeardView | undefined;
    for (const rows of [heard?.byKind ?? {}, heard?.byCity ?? {}])
      for (const [name, row] of Object.entries(rows)) this.group(`${key} of ${name || POOL}`, row.joined);
  }

  /** The minutes, as a table and as data, in each language: they name authors as the room saw them, or more widely. */
  readMinutes(): void {
    const { state, at } = this.meeting;
    const file = state.file!;
    for (const lang of languages) {
      const options = { lang, head: { seq: state.seq, hash: 'ab'.repeat(32) }, now: at };
      const words = wordsFor(lang);
      const common = [words('common.otherCities'), words('common.otherKinds'), words('common.aParticipant')];
      const allowed = new Set([
        ...common,
        words('common.theDocument'),
        ...[...file.cities, ...file.kinds].map((e) => e.name[lang]),
      ]);
      const rows: string[][] = parse(exportText(state, { ...options, format: 'csv' }).body, { bom: true });
      const cell = (row: readonly string[], column: (typeof columns)[number]) => row[columns.indexOf(column)] ?? '';
      const authors = new Map(rows.slice(1).map((row) => [cell(row, 'ref'), row]));
      for (const [item, home] of state.homes) {
        const text = show(state, `c/${item}`, 'desk') as ContributionView | undefined;
        const row = authors.get(text?.ref ?? '');
        if (!text || !row || !this.activities.includes(home) || text.status !== 'shown') continue;
        this.read++;
        const said = [cell(row, 'author'), cell(row, 'organisation'), cell(row, 'city')];
        if (!allowed.has(said[0]!) || said[1] !== '' || said[2] !== '')
          this.found.push(`${text.ref} is by ${said.join(', ')} in the table of the minutes in ${lang}`);
        if (text.by.as === 'city' && said[0] !== nameIn(file.cities, text.by.city, lang, common[0]!))
          this.found.push(`${text.ref} is by ${said[0]} in the minutes and by ${text.by.city} in the room`);
        if (text.by.as === 'kind' && said[0] !== nameIn(file.kinds, text.by.kind, lang, common[1]!))
          this.found.push(`${text.ref} is by ${said[0]} in the minutes and by ${text.by.kind} in the room`);
      }
      const json = exportText(state, { ...options, format: 'json' }).body;
      for (const { activity, rows } of (JSON.parse(json) as MinutesJson).heard)
        for (const row of rows) this.group(`${row.name} heard in ${activity ?? 'all'}, in the minutes`, row.people);
      for (const [id, { consents }] of state.participants) {
        const agreed = consents.present || (consents.words && this.writesByName(id));
        if (!agreed && json.includes(`Name of ${id}"`)) this.found.push(`the minutes name ${id}`);
      }
    }
  }

  /** Whether somebody wrote where authors appear by name. */
  private writesByName(id: string): boolean {
    return this.meeting.log.some(({ type, data }) => {
      const { participant, activity } = data as unknown as { participant?: string; activity: string };
      return type.endsWith('.ContributionAdded') && participant === id && !this.activities.includes(activity);
    });
  }

  /** Those who were there by an event, at the opening or since. */
  private thereBy(activity: string, seq: number): Person[] {
    return [...this.people.values()].filter((p) => (p.there.get(activity) ?? Number.POSITIVE_INFINITY) <= seq);
  }

  /** A row of who has been heard. Where nobody stands in it any more, all who did are in others now. */
  private group(what: string, people: number): void {
    if (people > 0) this.count(what, people, this.people.size);
  }

  private count(what: string, behind: number, could: number): void {
    this.tried++;
    if (behind < Math.min(ENOUGH, could)) this.found.push(`${what}: ${behind} of ${could}`);
  }
}

/** The name under which somebody of a city or kind would appear. */
function nameOf(value: string | null | undefined, { standing, renamed }: Sighting): string {
  if (standing.length === 0) return ANYBODY;
  const current = (id: string): string => (renamed.has(id) ? current(renamed.get(id)!) : id);
  return value && standing.includes(value) ? current(value) : POOL;
}

/** A label by which people are told apart; null for nobody's, undefined for what an author may not appear as. */
function labelOf(by: Attribution): string | null | undefined {
  if (by.as === 'document') return null;
  if (by.as === 'participant') return ANYBODY;
  if (by.as === 'city') return by.city ?? POOL;
  return by.as === 'kind' ? (by.kind ?? POOL) : undefined;
}

const nameIn = (
  list: readonly { readonly id: string; readonly name: Readonly<Record<string, string>> }[],
  id: string | null,
  lang: string,
  pool: string,
) => list.find((entry) => entry.id === id)?.name[lang] ?? pool;
