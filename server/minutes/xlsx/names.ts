import type { MinutesDocument } from '../../domain/minutes-document.ts';

/** What the workbook writes of its own: names of sheets and columns, in `doc.labels`. */
export const sheetLabels = [
  'sheetAbout',
  'sheetPoints',
  'sheetAgenda',
  'sheetTexts',
  'sheetMatrix',
  'sheetVotes',
  'sheetThemes',
  'sheetPassages',
  'sheetAttendance',
  'sheetPresent',
  'sheetHeard',
  'sheetSpeakers',
  'meetingPlace',
  'firstDay',
  'lastDay',
  'day',
  'participants',
  'cities',
  'organisations',
  'textsShown',
  'textsMerged',
  'textsUntranslated',
  'textsHidden',
  'textsRemoved',
  'textsWithdrawn',
  'textsPending',
  'textsLate',
  'asOf',
  'timezone',
  'lastEvent',
  'fingerprint',
  'plannedFor',
  'plannedMinutes',
  'changedTo',
  'changedMinutes',
  'startedAt',
  'endedAt',
  'heldMinutes',
  'remark',
  'added',
  'notShown',
  'notShownMark',
  'earlierEndorsements',
  'earlierTranslation',
  'contributions',
  'endorsements',
  'objections',
  'total',
  'option',
  'detail',
  'dots',
  'votes',
  'share',
  'votesCast',
  'votesPossible',
  'optionWithdrawn',
  'section',
  'about',
  'passage',
  'sources',
  'mark_same',
  'mark_different',
  'mark_more',
  'kindOfOrganisation',
  'name',
  'table',
  'group',
  'people',
  'peopleShare',
  'contributionsShare',
  'endorsementsGiven',
  'endorsementsShare',
  'timesSpoken',
  'minutesSpoken',
  'minutesShare',
  'inNoGroup',
  'everybodyWhoSpoke',
  'cellCut',
] as const;
export type SheetLabel = (typeof sheetLabels)[number];

/** The words of a document by their names. */
export type Say = (name: SheetLabel) => string;

export const sayOf =
  ({ labels }: MinutesDocument): Say =>
  (name) =>
    labels[name] ?? name;

const MOST = 31;

/**
 * Names that a spreadsheet takes, each once: at most 31 characters, none of []:*?/\, no apostrophe at either end.
 * Several of the same name are numbered.
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const plain = wanted.map((name) =>
    name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim(),
  );
  const folded = (name: string): string => name.toLocaleLowerCase();
  const several = new Set(plain.map(folded).filter((name, i, all) => all.indexOf(name) !== i));
  const taken = new Map<string, number>();
  return plain.map((name) => {
    if (!several.has(folded(name))) return name.slice(0, MOST);
    const n = (taken.get(folded(name)) ?? 0) + 1;
    taken.set(folded(name), n);
    const number = ` ${n}`;
    return `${name.slice(0, MOST - number.length)}${number}`;
  });
}
