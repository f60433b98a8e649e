import type { Attribution, AttributionMode } from './attribution.ts';
import type { ActivityId, AgendaItemId, ItemId, MeetingId, Reference } from './ids.ts';
import type { AtTheFloor, Attendance, HeardTable, KeyPoint, Present, Theme } from './minutes-around.ts';
import type { Figure, Passage, Source } from './minutes-figure.ts';
import type { Language, TextLanguage } from './text.ts';

export type {
  AtTheFloor,
  Attendance,
  HeardRow,
  HeardTable,
  KeyPoint,
  Present,
  Theme,
} from './minutes-around.ts';
export type { Bar, BarsFigure, Figure, FigureCell, MatrixFigure, Passage, Source } from './minutes-figure.ts';

/**
 * The neutral document that minutes are composed into. A renderer knows these blocks and nothing of meetings; the
 * composer knows nothing of formats. Every text carries its language, from which a renderer takes its direction; a name
 * is in no language that we know (`und`) and takes its direction from its letters.
 */
export interface Run {
  readonly text: string;
  readonly lang: TextLanguage;
  /** `strong`, `soft` (secondary), `warn` (something is missing), `ref` and `code` (always left to right). */
  readonly style?: 'strong' | 'soft' | 'warn' | 'ref' | 'code';
  /** Leads to what has this anchor, where the document has it: a reference, a source, or the name of a section. */
  readonly target?: string;
  /** The run is itself the anchor of a reference: of one merged into another, whose text is lost. */
  readonly anchor?: Reference;
}

/** Runs that make one piece of a line; pieces are joined by the renderer. */
export type Piece = readonly Run[];

/**
 * An author as readers see them, the same in every format. `name` is also that of a city or a kind where authors appear
 * by these, and says "a participant" where nothing is shown of them.
 */
export interface Author {
  readonly as: Attribution['as'];
  readonly name: Run;
  readonly organisation: Run | null;
  readonly city: Run | null;
}

/** A translation of a text of the room, by whom where it is known; `earlier` where the text was edited since. */
export interface Translated {
  readonly text: string;
  readonly by?: string;
  readonly earlier: boolean;
}

/** One text of the room: as the reader reads it, and as it was written where that differs. */
export interface Quote {
  readonly id: ItemId;
  readonly ref: Reference;
  /** contest: it speaks against its parent. */
  readonly kind: 'contribution' | 'reply' | 'contest' | 'merged';
  /**
   * What a reply answers or a contest speaks against, null where that is not shown (any more); the whole of a merged one;
   * null for a contribution.
   */
  readonly parent: Reference | null;
  /** Where in its activity it stands, where that has places. */
  readonly place: Place | null;
  /** The number of the event that added it: where it stands in the log. Null where times are not told. */
  readonly event: number | null;
  /** The text in the chosen language, or the original where there is no translation. */
  readonly text: Run;
  /** As it was written, where `text` is a translation. */
  readonly original?: Run;
  /** In another language than the chosen one, and without a translation into it. */
  readonly untranslated: boolean;
  readonly translations: Readonly<Record<string, Translated>>;
  readonly by: Author;
  /** The desk wrote it down for its author; never told where authors appear by city or by kind. */
  readonly behalf: boolean;
  /** People who endorse it, and how many of them endorsed an earlier wording; those of a part count for its whole. */
  readonly endorsements: { readonly n: number; readonly earlier: number };
  /** People who contest it; those of a part count for its whole. */
  readonly contested: number;
  /** What was merged into it: each keeps its reference and its author's credit. */
  readonly merged: readonly { readonly ref: Reference; readonly by: Author }[];
  /** Who said it, how many endorse it, who translated it. */
  readonly notes: readonly Piece[];
  /** The texts of what was merged into it, each of kind `merged`. They are read before what speaks against it. */
  readonly parts: readonly Quote[];
  readonly contests: readonly Quote[];
  /** They are read last. */
  readonly replies: readonly Quote[];
}

/** A place within an activity, as it is named there: a cell, by its row and its column. */
export interface Place {
  readonly id: string;
  readonly name: Run;
}

/** What is counted and not shown, in texts. */
export interface Withheld {
  readonly hidden: number;
  readonly removed: number;
  readonly withdrawn: number;
  /** Collected, and waiting to be revealed. */
  readonly pending: number;
  readonly late: number;
}

export interface Fact {
  readonly name: Run;
  readonly value: readonly Piece[];
}

export interface Cell {
  readonly runs: readonly Run[];
  /** Several things in one cell, each with a line of its own after `runs`. */
  readonly items?: readonly (readonly Run[])[];
  /** It names its row. */
  readonly names?: true;
}

/** The places of an activity as rows and columns, with the quotes of each in the order in which they are read there. */
export interface QuoteTable {
  readonly corner: Run;
  readonly columns: readonly Run[];
  readonly rows: readonly { readonly name: Run; readonly cells: readonly PlaceQuotes[] }[];
  /** What an empty place says. */
  readonly nothing: Run;
}

export interface PlaceQuotes {
  /** The place by its row and its column, where it stands alone. */
  readonly name: Run;
  readonly quotes: readonly Quote[];
}

export type Block =
  | { readonly type: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly runs: readonly Run[]; readonly id?: string }
  | { readonly type: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly type: 'line'; readonly pieces: readonly Piece[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly type: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly type: 'table';
      readonly caption?: Run;
      /** list: one thing a row, its first and last cell short. grid: a text in each cell. numbers: a number in each. */
      readonly look: 'list' | 'grid' | 'numbers';
      readonly head: readonly Cell[];
      readonly rows: readonly (readonly Cell[])[];
    }
  /** What a figure shows stands nowhere else as data; tables beside it say it once more. */
  | { readonly type: 'figure'; readonly figure: Figure }
  | { readonly type: 'passages'; readonly section: Run; readonly passages: readonly Passage[] }
  | { readonly type: 'sources'; readonly sources: readonly Source[] }
  /** With `table`, a renderer lays the quotes out by place; they are the same ones, each of them in one cell. */
  | {
      readonly type: 'quotes';
      readonly quotes: readonly Quote[];
      readonly withheld: Withheld;
      readonly table?: QuoteTable;
    }
  | { readonly type: 'note'; readonly runs: readonly Run[] };

/** One activity of an agenda item. Its heading stands in its blocks. */
export interface ActivitySection {
  readonly id: ActivityId;
  readonly kind: string;
  /** How authors appear in it, or what its votes are counted by; null where it has neither. */
  readonly attribution: AttributionMode | null;
  /** What was asked, in the chosen language. */
  readonly title: Run;
  /** What stands in the body: everything but the texts themselves. */
  readonly blocks: readonly Block[];
  /** Its texts, for the annex: blocks of quotes alone. */
  readonly log: readonly Block[];
}

export interface ItemSection {
  readonly id: AgendaItemId;
  readonly title: Run;
  /** The line under the title: the day and the real times. */
  readonly when: Piece;
  readonly keyPoints: readonly KeyPoint[];
  /** What is read before its activities. */
  readonly blocks: readonly Block[];
  readonly activities: readonly ActivitySection[];
}

/** When something is to be: a calendar date, a time of day, minutes. */
export interface Planned {
  readonly date: string;
  readonly start: string;
  readonly minutes: number;
}

/** An agenda item: as planned, as changed during the meeting, and as it was (milliseconds since 1970, UTC). */
export interface AgendaLine extends Planned {
  readonly id: AgendaItemId;
  /** What the run of the meeting made of the plan; null where it left it as it was. */
  readonly retimed: Planned | null;
  /** Not planned: the desk put it in, at the time that stands as planned. */
  readonly inserted: boolean;
  readonly skipped: boolean;
  readonly title: Run;
  readonly startedAt: number | null;
  readonly endedAt: number | null;
  /** The real times in words. */
  readonly held: Run;
  /** Day and times in words. */
  readonly when: Piece;
}

/** A day of the meeting, and what of it has something to read: what minutes can be asked for by themselves. */
export interface ScopeDay {
  readonly date: string;
  readonly name: Run;
  readonly items: readonly { readonly id: AgendaItemId; readonly title: Run }[];
}

export interface MinutesDocument {
  readonly lang: Language;
  readonly dir: 'rtl' | 'ltr';
  readonly meeting: {
    readonly id: MeetingId;
    /** In the chosen language, as the place. */
    readonly title: string;
    readonly place: string;
    readonly dates: { readonly first: string; readonly last: string };
    readonly timezone: string;
    readonly participants: number;
    readonly cities: number;
    readonly organisations: number;
  };
  /** The item that it is about; null for the whole meeting. */
  readonly item: AgendaItemId | null;
  /** The day that it is about (a calendar date); null for the whole meeting, or an item. */
  readonly day: string | null;
  /** The days of the meeting; empty where the document is about a part of it already. */
  readonly days: readonly ScopeDay[];
  readonly title: Run;
  readonly subtitle: Run;
  /** Beside the title, a line each: place and dates. */
  readonly aside: readonly Run[];
  /**
   * The key points of all items, to be read first; empty in the minutes of one item. What stands around items (themes,
   * who was heard, the floor) is in the minutes of the whole meeting alone.
   */
  readonly opening: readonly Block[];
  /** Facts of the meeting, those present, the agenda. */
  readonly front: readonly Block[];
  /** Those present who agreed to be listed. */
  readonly present: readonly Present[];
  readonly attendance: Attendance | null;
  readonly agenda: readonly AgendaLine[];
  readonly sections: readonly ItemSection[];
  readonly themes: readonly Theme[];
  readonly heard: readonly HeardTable[];
  /** Null where nobody had it. */
  readonly floor: AtTheFloor | null;
  /** Themes, who was heard, what is not shown, how to read it, where it comes from. */
  readonly back: readonly Block[];
  /**
   * The log of contributions, question by question: read last, the same blocks as in each activity's `log`. Its heading
   * of a question has the id `log-<activity>`. Empty where nothing was written.
   */
  readonly annex: readonly Block[];
  /** One line each, for the foot of the page. */
  readonly foot: readonly Piece[];
  readonly withheld: Withheld;
  /** The same in one sentence, also where nothing is left out. */
  readonly leftOut: Run;
  /** How many texts are shown, those merged into another among them. */
  readonly quotes: number;
  /** How many of these were merged into another. */
  readonly merged: number;
  /** How many shown texts have no translation into the chosen language. */
  readonly untranslated: number;
  /** The names of the columns where the texts stand in a table. */
  readonly columns: Readonly<Record<string, string>>;
  readonly kinds: Readonly<Record<Quote['kind'] | 'keypoint', string>>;
  /** What a renderer writes of its own, by its name. */
  readonly labels: Readonly<Record<string, string>>;
  /** What those who run the meeting are called. */
  readonly desk: string;
  /** The moment it was composed, in milliseconds since 1970, UTC. */
  readonly composedAt: number;
  /** The last event it rests on, and that event's hash: 64 hexadecimal digits. */
  readonly head: { readonly seq: number; readonly hash: string };
}

/** Quotes in the order in which they are read: each, then its parts, what speaks against it, and its replies. */
export function* everyQuote(quotes: readonly Quote[]): Iterable<Quote> {
  for (const quote of quotes) {
    yield quote;
    yield* everyQuote(quote.parts);
    yield* everyQuote(quote.contests);
    yield* everyQuote(quote.replies);
  }
}

/** Every quote of some blocks, in the same order; those of an activity stand in its `log`. */
export function* quotesIn(blocks: readonly Block[]): Iterable<Quote> {
  for (const block of blocks) if (block.type === 'quotes') yield* everyQuote(block.quotes);
}

export const nothingWithheld: Withheld = { hidden: 0, removed: 0, withdrawn: 0, pending: 0, late: 0 };

export const addWithheld = (a: Withheld, b: Withheld): Withheld => ({
  hidden: a.hidden + b.hidden,
  removed: a.removed + b.removed,
  withdrawn: a.withdrawn + b.withdrawn,
  pending: a.pending + b.pending,
  late: a.late + b.late,
});
