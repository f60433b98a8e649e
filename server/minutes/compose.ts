import type { MinutesContext, Words } from '../domain/activities/activity.ts';
import type { AttributionMode } from '../domain/attribution.ts';
import { currentId } from '../domain/buckets.ts';
import type { ActivityId, AgendaItemId } from '../domain/ids.ts';
import type { AgendaEntry, Meeting } from '../domain/meeting-file.ts';
import {
  type ActivitySection,
  type AgendaLine,
  addWithheld,
  type Block,
  type ItemSection,
  type MinutesDocument,
  nothingWithheld,
  type Present,
  quotesIn,
  type Withheld,
} from '../domain/minutes-document.ts';
import { Rejection } from '../domain/rejection.ts';
import { type ActivityInstance, attributionModeOf, coreReader, kindOf, type MeetingState } from '../domain/state.ts';
import { dirOf, type Language } from '../domain/text.ts';
import { type Formatters, formatters } from '../words.ts';
import { agendaLines } from './agenda.ts';
import { annexBlocks, logPointer } from './annex.ts';
import { attendanceOf } from './attendance.ts';
import { authorOf, bucketName, placesOf, presentIn } from './authors.ts';
import { backOf, footOf } from './back.ts';
import { columnNames } from './columns.ts';
import { dayOf, daysOf } from './days.ts';
import { asideOf, frontOf } from './front.ts';
import { floorOf, heardTables } from './heard.ts';
import { keyPointBlocks, keyPointsOf, openingBlocks } from './key-points.ts';
import { labelsOf } from './labels.ts';
import { leftOutOf } from './left-out.ts';
import { isBallot } from './method.ts';
import { type Shown, shownIn } from './shown.ts';
import { themesOf } from './themes.ts';
import { thereDuring } from './there.ts';

export interface ComposeOptions {
  readonly lang: Language;
  readonly words: Words;
  /** One agenda item alone. */
  readonly item?: AgendaItemId;
  /** One day alone: a calendar date on which something was planned or held. */
  readonly day?: string;
  /** Where the log stands: its last number and that event's hash. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** The moment of composing, in milliseconds since 1970, UTC. */
  readonly now: number;
}

/** What the parts of the document are composed with. */
export interface Composing extends ComposeOptions {
  readonly file: Meeting;
  readonly format: Formatters;
}

/**
 * The minutes as they stand now: of the meeting, of one day or of one agenda item.
 * @throws Rejection NOT_FOUND where there is no such meeting, day or item.
 */
export function compose(state: MeetingState, options: ComposeOptions): MinutesDocument {
  const { file } = state;
  const chosen = file?.agenda.find((entry) => entry.id === options.item);
  if (!file || (options.item !== undefined && !chosen)) throw new Rejection('NOT_FOUND');
  const { lang, words, day } = options;
  const ctx: Composing = { ...options, file, format: formatters(lang, file.region, file.timezone) };
  const lines = agendaLines(state, ctx);
  const agenda = lines.filter((line) => inScope(line, options, ctx));
  if (agenda.length === 0 && day !== undefined) throw new Rejection('NOT_FOUND');
  const within = new Set(agenda.map(({ id }) => id));
  // Also of the other items: what a key point rests on may stand there.
  const composed = composedIn(state, ctx);
  const shown = shownIn(composed.values());
  const sections = file.agenda
    .filter(({ id }) => within.has(id))
    .map((entry) => sectionOf(state, entry, composed, shown, ctx))
    .filter((section) => chosen || section.activities.length > 0 || section.keyPoints.length > 0);
  const activities = sections.flatMap((section) => section.activities);
  const quotes = [...quotesIn(activities.flatMap(({ log }) => log))];
  const whole = !chosen && day === undefined;
  const meeting = {
    id: file.id,
    title: file.title[lang],
    place: file.place[lang],
    dates: file.dates,
    timezone: file.timezone,
    participants: state.participants.size,
    ...placesOf(state.participants.values(), state.vault),
  };
  const base = {
    lang,
    dir: dirOf(lang),
    meeting,
    item: chosen?.id ?? null,
    day: day ?? null,
    days: whole ? daysOf(agenda, sections, ctx) : [],
    title: { text: titleOf(chosen, ctx), lang },
    subtitle: { text: whole ? file.subtitle[lang] : file.title[lang], lang },
    aside: asideOf(chosen?.date ?? day, ctx),
    present: chosen
      ? []
      : presentOn(day, presentIn(state.participants.values(), state.parts.attendance, state.vault, file, lang)),
    attendance: chosen ? null : attendanceOf(state, ctx),
    agenda,
    sections,
    themes: whole ? themesOf(state, shown, ctx) : [],
    heard: whole ? heardTables(state, activities, ctx) : [],
    floor: whole ? floorOf(state, ctx) : null,
    withheld: withheldIn(sections),
    leftOut: leftOutOf(withheldIn(sections), ctx),
    quotes: quotes.length,
    merged: quotes.filter((quote) => quote.kind === 'merged').length,
    untranslated: quotes.filter((quote) => quote.untranslated).length,
    columns: columnNames(ctx),
    kinds: {
      contribution: words('minutes.kind_contribution'),
      reply: words('minutes.kind_reply'),
      contest: words('minutes.kind_contest'),
      merged: words('minutes.kind_merged'),
      keypoint: words('minutes.kind_keypoint'),
    },
    labels: labelsOf(ctx),
    desk: words('minutes.theDesk'),
    composedAt: options.now,
    head: options.head,
  };
  return {
    ...base,
    opening: chosen ? [] : openingBlocks(sections, ctx),
    front: frontOf(base, ctx),
    back: backOf(base, state, ctx),
    annex: annexBlocks(sections, ctx),
    foot: footOf(base, ctx),
  };
}

/** An item by itself; or those held on a day, and those that wait for it. */
function inScope(line: AgendaLine, { item, day }: ComposeOptions, ctx: Composing): boolean {
  if (item !== undefined) return line.id === item;
  return day === undefined || day === dayOf(line, ctx);
}

function titleOf(chosen: AgendaEntry | undefined, { lang, words, file, format, day }: Composing): string {
  if (chosen) return words('minutes.titleOfItem', { title: chosen.title[lang] });
  return day === undefined
    ? words('minutes.title', { title: file.title[lang] })
    : words('minutes.titleOfDay', { day: format.day(day) });
}

/** Of those listed, who was there on a day. */
const presentOn = (day: string | undefined, present: readonly Present[]): Present[] =>
  present
    .map((person) => ({ ...person, halves: person.halves.filter((half) => day === undefined || half.startsWith(day)) }))
    .filter(({ halves }) => day === undefined || halves.length > 0);

type Composed = ReadonlyMap<ActivityId, ActivitySection>;

/** The activities of the whole meeting, in the order of the agenda. */
const composedIn = (state: MeetingState, ctx: Composing): Composed =>
  new Map(
    ctx.file.agenda
      .flatMap((entry) => entry.activities)
      .flatMap((id) => {
        const instance = state.activities.get(id);
        return instance ? [[id, activityOf(state, instance, ctx)] as const] : [];
      }),
  );

function sectionOf(
  state: MeetingState,
  entry: AgendaEntry,
  composed: Composed,
  shown: Shown,
  ctx: Composing,
): ItemSection {
  const [line] = agendaLines(state, ctx, entry.id);
  const keyPoints = keyPointsOf(state, entry.id, shown, ctx);
  return {
    id: entry.id,
    title: { text: entry.title[ctx.lang], lang: ctx.lang },
    when: line?.when ?? [],
    keyPoints,
    blocks: keyPointBlocks(keyPoints, ctx),
    activities: entry.activities.flatMap((id) => composed.get(id) ?? []),
  };
}

function activityOf(state: MeetingState, instance: ActivityInstance, ctx: Composing): ActivitySection {
  const { lang, words, file, format } = ctx;
  const context: MinutesContext = {
    lang,
    words,
    time: format.time,
    author: (by) => authorOf(by, file, lang, words),
    bucket: (id, by) => bucketName(id && currentId(state, id), by, file, lang, words),
    languageName: format.languageName,
    there: () => thereDuring(state, instance, ctx),
    core: coreReader(state, instance),
    lifecycle: instance,
  };
  const blocks = kindOf(instance).minutes(instance.slice, context);
  const log = blocks.filter((block) => block.type === 'quotes');
  const heading = blocks.find((block) => block.type === 'heading');
  const title = heading?.type === 'heading' ? heading.runs.map((run) => run.text).join('') : instance.id;
  return {
    id: instance.id,
    kind: instance.kind,
    attribution: attributionIn(instance, blocks),
    title: { text: title, lang },
    blocks: [...blocks.filter((block) => block.type !== 'quotes'), ...logPointer(instance.id, log, ctx)],
    log,
  };
}

/** How authors appear, or what votes are counted by; null where nobody has opened it or it has neither. */
function attributionIn(instance: ActivityInstance, blocks: readonly Block[]): AttributionMode | null {
  const tells = kindOf(instance).voice || blocks.some(isBallot);
  return instance.openedAt !== null && tells ? attributionModeOf(instance) : null;
}

function withheldIn(sections: readonly ItemSection[]): Withheld {
  let sum = nothingWithheld;
  for (const { activities } of sections)
    for (const { log } of activities)
      for (const block of log) if (block.type === 'quotes') sum = addWithheld(sum, block.withheld);
  return sum;
}
