import type { MeetingEvent } from '../../server/domain/events.ts';

/*
 * What matrices and ballots come to, from the log alone and with nothing of the product: a second opinion. It takes the
 * lists to be corrected only after the ballots are open.
 */

export interface Text {
  readonly author: string | undefined;
  readonly place: string | undefined;
  /** What it speaks against. */
  readonly against: string | undefined;
  readonly endorsers: Set<string>;
  status: 'waits' | 'shown' | 'hidden' | 'gone';
  partOf: string | undefined;
}

interface Data {
  readonly activity: string;
  readonly item: string;
  readonly participant: string;
  readonly place: string | undefined;
  readonly parent: string | undefined;
  readonly contests: boolean | undefined;
  readonly ref: string | undefined;
  readonly into: string;
  readonly from: readonly string[];
  readonly published: readonly { readonly item: string; readonly seed: number }[];
}

/** The texts of one matrix as the log leaves them; `cells` are those of the meeting file's entries, in its order. */
export function textsOf(log: readonly MeetingEvent[], activity: string, cells: readonly string[]): Map<string, Text> {
  const texts = new Map<string, Text>();
  for (const event of log) if ((event.data as unknown as Data).activity === activity) take(texts, event, cells);
  return texts;
}

/** What one event of the matrix does to them. */
export function take(texts: Map<string, Text>, { type, data: raw }: MeetingEvent, cells: readonly string[]): void {
  const data = raw as unknown as Data;
  const text = texts.get(data.item)!;
  const parts = () => [...texts.values()].filter((other) => other.partOf === data.item);
  const fresh = { author: undefined, place: undefined, against: undefined, partOf: undefined };
  switch (type.slice(type.indexOf('.') + 1)) {
    case 'SeedsPublished':
      for (const { item, seed } of data.published)
        texts.set(item, { ...fresh, place: cells[seed], endorsers: new Set(), status: 'shown' });
      return;
    case 'ContributionAdded':
      texts.set(data.item, {
        ...fresh,
        author: data.participant,
        place: data.place,
        against: data.contests ? data.parent : undefined,
        endorsers: new Set(),
        status: data.ref ? 'shown' : 'waits',
      });
      return;
    case 'Revealed':
      for (const { item } of data.published) texts.get(item)!.status = 'shown';
      return;
    case 'ContributionHidden':
      text.status = 'hidden';
      return;
    case 'ContributionUnhidden':
      text.status = 'shown';
      return;
    case 'ContributionsMerged':
      for (const id of data.from) texts.get(id)!.partOf = data.into;
      return;
    case 'ContributionsUnmerged':
      for (const id of data.from) texts.get(id)!.partOf = undefined;
      return;
    case 'ContributionWithdrawn':
    case 'ContributionRemoved':
      text.status = 'gone';
      for (const other of [text, ...parts()]) other.partOf = undefined;
      return;
    case 'Endorsed':
      text.endorsers.add(data.participant);
      return;
    case 'EndorsementWithdrawn':
      for (const other of [text, ...parts()]) other.endorsers.delete(data.participant);
  }
}

/** What an entry comes to that stands by itself, or null where the room does not read it so. */
export function numbersOf(texts: ReadonlyMap<string, Text>, id: string): { n: number; contests: number } | null {
  const whole = texts.get(id);
  if (whole?.status !== 'shown' || whole.partOf !== undefined) return null;
  const ids = [id, ...[...texts].filter(([, text]) => text.partOf === id).map(([part]) => part)];
  const all = ids.map((part) => texts.get(part)!);
  const endorsers = new Set(all.flatMap((text) => [...text.endorsers]));
  for (const { author } of all) if (author !== undefined) endorsers.delete(author);
  const contesting = [...texts.values()].filter((text) => text.against !== undefined && ids.includes(text.against));
  const read = contesting.filter((text) => (texts.get(text.partOf ?? '') ?? text).status === 'shown');
  return { n: endorsers.size, contests: new Set(read.map((text) => text.author)).size };
}

/** The totals of each cell in which anything is shown. */
export function cellsOf(texts: ReadonlyMap<string, Text>) {
  const cells: Record<string, { shown: number; endorsements: number; contests: number }> = {};
  for (const [id, { place }] of texts) {
    const numbers = place === undefined ? null : numbersOf(texts, id);
    if (!numbers || place === undefined) continue;
    const cell = cells[place] ?? { shown: 0, endorsements: 0, contests: 0 };
    cells[place] = {
      shown: cell.shown + 1,
      endorsements: cell.endorsements + numbers.n,
      contests: cell.contests + numbers.contests,
    };
  }
  return cells;
}

type Numbers = Record<string, number>;
const add = (sum: Numbers, name: string, n: number) => {
  sum[name] = (sum[name] ?? 0) + n;
};

/** What a ballot comes to: who votes for whom, and under what name, follows from joining and from the lists. */
export function ballotOf(log: readonly MeetingEvent[], activity: string, voters: 'participant' | 'organisation') {
  const organisation = new Map<string, string>();
  const at = new Map<string, { city: string | null; kind: string }>();
  const merged = new Map<string, string>();
  const held = new Map<string, string[]>();
  const votes = new Map<string, readonly { readonly option: string; readonly n: number }[]>();
  const withdrawn = new Set<string>();
  let fixed: { by: 'city' | 'kind'; buckets: readonly string[] } = { by: 'city', buckets: [] };
  for (const { type, data } of log) {
    if (type === 'core.ParticipantJoined' || type === 'lists.Assigned')
      organisation.set(data.participant, data.organisation ?? `alone ${data.participant}`);
    if (type === 'core.ParticipantJoined') at.set(data.participant, data);
    if (type === 'lists.Merged') {
      merged.set(data.from, data.into);
      held.set(
        data.from,
        [...organisation].filter(([, of]) => of === data.from).map(([id]) => id),
      );
      for (const id of held.get(data.from)!) organisation.set(id, data.into);
    }
    if (type === 'lists.WasSplit') {
      const into = merged.get(data.from);
      for (const id of held.get(data.from) ?? []) if (organisation.get(id) === into) organisation.set(id, data.from);
      merged.delete(data.from);
    }
    if (type === 'core.BucketsFixed' && data.activity === activity) fixed = data;
    if (type === 'ballot.Voted' && data.activity === activity) {
      // Among colleagues the later one counts: the last comes last.
      votes.delete(data.participant);
      votes.set(data.participant, data.dots);
    }
    if (type === 'ballot.OptionWithdrawn' && data.activity === activity) withdrawn.add(data.option);
    if (type === 'ballot.OptionRestored' && data.activity === activity) withdrawn.delete(data.option);
  }
  const named = (id: string): string => (merged.has(id) ? named(merged.get(id)!) : id);
  const counting = new Map(
    [...votes].map(([who, dots]) => [voters === 'participant' ? who : organisation.get(who)!, { who, dots }]),
  );
  const results: Record<string, { dots: number; voters: number; groups: Numbers }> = {};
  const groups: Numbers = {};
  let voted = 0;
  for (const { who, dots } of counting.values()) {
    if (dots.length === 0) continue;
    const own = at.get(who)![fixed.by];
    const group = own !== null && fixed.buckets.includes(own) ? named(own) : '';
    voted++;
    add(groups, group, 1);
    for (const { option, n } of dots) {
      if (withdrawn.has(option)) continue;
      const result = results[option] ?? { dots: 0, voters: 0, groups: {} };
      results[option] = result;
      result.dots += n;
      result.voters++;
      add(result.groups, group, n);
    }
  }
  return { voted, results, groups };
}
