import { type HeardView, show } from '../../server/domain/view.ts';
import type { TestMeeting } from '../support/test-meeting.ts';

/** Behind each text stand at least so many people, or all who could have written it. */
const ENOUGH = 3;

type What = 'contributions' | 'endorsements';
interface Act {
  readonly what: What;
  readonly item: string;
  /** Who had joined by then. */
  readonly there: ReadonlySet<string>;
}

/**
 * Somebody at the desk who holds the list of all participants and looks, in an activity whose authors appear as "a
 * participant", at the numbers of who has been heard after every event: which texts and endorsements have come since they
 * moved last, and by how much each kind and each city moved.
 */
export class HeardAttacker {
  readonly found: string[] = [];
  /** How many acts were tried on people. */
  tried = 0;
  private readonly waiting: Record<What, Act[]> = { contributions: [], endorsements: [] };
  private before: HeardView;
  /** Who ever agreed to their name: what they wrote is known. */
  private readonly named = new Set<string>();
  private readonly authors = new Map<string, string>();
  private readonly endorsed = new Set<string>();

  constructor(
    private readonly meeting: TestMeeting,
    private readonly activity: string,
  ) {
    this.before = this.look();
    meeting.onCommit((_touches, events) => {
      for (const { type, data } of events) {
        const d = data as unknown as {
          activity: string;
          item: string;
          participant: string;
          consents: { words: boolean };
        };
        if ('consents' in d && d.consents.words) this.named.add(d.participant);
        if (d.activity !== activity) continue;
        if (type.endsWith('.ContributionAdded') && d.participant) {
          this.authors.set(d.item, d.participant);
          this.waiting.contributions.push(this.act('contributions', d.item));
        }
        // An endorsement that was given before is counted no more.
        if (type.endsWith('.Endorsed') && !this.endorsed.has(`${d.participant} ${d.item}`)) {
          this.endorsed.add(`${d.participant} ${d.item}`);
          this.waiting.endorsements.push(this.act('endorsements', d.item));
        }
      }
      const now = this.look();
      const said = events.some(({ type }) => /\.(ContributionAdded|Endorsed)$/.test(type));
      for (const what of ['contributions', 'endorsements'] as const) this.compare(what, now, said);
      this.before = now;
    });
  }

  private look = (): HeardView => show(this.meeting.state, `heard/${this.activity}`, 'desk') as HeardView;
  private act = (what: What, item: string): Act => ({
    what,
    item,
    there: new Set(this.meeting.state.participants.keys()),
  });

  private compare(what: What, now: HeardView, said: boolean): void {
    const total = (rows: HeardView['byKind']) => Object.values(rows).reduce((sum, row) => sum + row[what], 0);
    const more = total(now.byKind) - total(this.before.byKind);
    if (more === 0) return;
    const { waiting } = this;
    const all = waiting[what];
    if (!said || (more !== 1 && more !== all.length)) {
      this.found.push(`${what} in ${this.activity} moved by ${more} where ${all.length} are waiting`);
      return;
    }
    const batch = more === all.length ? all : all.slice(-1);
    waiting[what] = more === all.length ? [] : all.slice(0, -1);
    this.narrow(what, batch, now);
  }

  /** Who can have done each of what is counted now, of those who are not known. */
  private narrow(what: What, batch: readonly Act[], now: HeardView): void {
    const kinds = moved(this.before.byKind, now.byKind, what);
    const cities = moved(this.before.byCity, now.byCity, what);
    const known = (id: string) => what === 'contributions' && this.named.has(id);
    const { participants } = this.meeting.state;
    const row = (rows: Map<string, number>, value: string, table: HeardView['byKind']) =>
      rows.get(value in table ? value : '') ?? 0;
    const take = (rows: Map<string, number>, value: string, table: HeardView['byKind']) => {
      const name = value in table ? value : '';
      rows.set(name, (rows.get(name) ?? 0) - 1);
    };
    // What is known is taken out of what moved.
    const unknown = batch.filter(({ item }) => {
      const author = [...participants.values()].find(({ id }) => id === this.authors.get(item));
      if (!author || !known(author.id)) return true;
      take(kinds, author.kind, now.byKind);
      take(cities, author.city ?? '', now.byCity);
      return false;
    });
    for (const { item, there } of unknown) {
      this.tried++;
      const could = [...participants.values()].filter(({ id }) => there.has(id) && !known(id));
      const left = could.filter((p) => row(kinds, p.kind, now.byKind) > 0 && row(cities, p.city ?? '', now.byCity) > 0);
      if (left.length < Math.min(ENOUGH, could.length))
        this.found.push(`${what} on ${item}: ${left.length} of ${could.length} are left by who has been heard`);
    }
  }
}

/** By how much each row moved. */
function moved(before: HeardView['byKind'], now: HeardView['byKind'], what: What): Map<string, number> {
  return new Map(Object.entries(now).map(([name, row]) => [name, row[what] - (before[name]?.[what] ?? 0)]));
}
