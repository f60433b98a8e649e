import type { Actor } from '../../server/domain/actors.ts';
import type { AgendaItemId, ItemId } from '../../server/domain/ids.ts';
import { type Language, languages } from '../../server/domain/text.ts';
import { type TextFormat, textFormats } from '../../server/minutes/asked.ts';
import { exportText } from '../../server/minutes/export.ts';
import { facilitator, TestMeeting } from '../support/test-meeting.ts';

export const HASH = `7f3a91c0e2d4${'ab'.repeat(26)}`;

/** Every format that is text, in every language. */
export const editions = languages.flatMap((lang) => textFormats.map((format) => [format, lang] as const));

export function exported(meeting: TestMeeting, format: TextFormat, lang: Language, item?: string): string {
  const { state } = meeting;
  const scope = item === undefined ? {} : { item: item as AgendaItemId };
  return exportText(state, { format, lang, head: { seq: state.seq, hash: HASH }, now: meeting.at, ...scope }).body;
}

/** Gives a command of the desk to the live discussion. */
export const desk = (meeting: TestMeeting, type: `discussion.${string}`, data: object): unknown =>
  meeting.give(facilitator, type as Parameters<TestMeeting['give']>[1], { activity: 'live', ...data });

export interface Held {
  readonly meeting: TestMeeting;
  /** Reference and marker word of each text that readers may read. */
  readonly shown: readonly (readonly [string, string])[];
  /** Words that may be in no output: of texts that are not shown, and of names without consent. */
  readonly absent: readonly string[];
  /** References of what is not shown. */
  readonly gone: readonly string[];
  /** Words of names that may be shown. */
  readonly names: readonly string[];
}

/**
 * A meeting in which everything happened once: shown, answered, endorsed, edited, translated, merged, hidden, removed,
 * withdrawn, waiting and late texts, and people with each combination of consents. Each text holds a marker word.
 */
export function heldMeeting(): Held {
  const meeting = new TestMeeting();
  const both = { present: true, words: true };
  const salma = meeting.join('p1', { name: 'Salmaword بن عمر', consents: both, lang: 'ar' });
  const claire = meeting.join('p2', { name: 'Claireword', consents: { present: false, words: true } });
  const present = meeting.join('p3', { name: 'Presentword', consents: { present: true, words: false }, lang: 'en' });
  const nobody = meeting.join('p4', { name: 'MARKNAMELESS', consents: { present: false, words: false } });
  const changed = meeting.join('p5', { name: 'MARKCHANGED', consents: both });
  meeting.give(facilitator, 'core.StartItem', { item: 'welcome' });
  meeting.at += 1_800_000;
  meeting.give(facilitator, 'core.StartItem', { item: 'first' });

  const c1 = meeting.say(salma, 'لقاءات مفتوحة SHOWNONE في صفاقس', { lang: 'ar' });
  const c2 = meeting.say(claire, 'MARKEARLIER un groupe fixe', { lang: 'fr' });
  meeting.say(nobody, 'Three\nlines\n\nSHOWNTHREE', { lang: 'en' });
  const c4 = meeting.say(present, 'SHOWNFOUR the same thing', { lang: 'en' });
  const c5 = meeting.say(changed, 'MARKHIDDEN', { lang: 'fr' });
  const c6 = meeting.say(changed, 'MARKREMOVED', { lang: 'fr' });
  const c7 = meeting.say(changed, 'MARKWITHDRAWN', { lang: 'fr' });
  const c8 = meeting.say(changed, 'SHOWNEIGHT koode', { lang: 'ff' });
  meeting.say(claire, 'SHOWNNINE réponse', { lang: 'fr', parent: c1 });
  meeting.say(salma, 'SHOWNTEN réponse à la fusionnée', { lang: 'fr', parent: c4 });
  meeting.say(nobody, 'SHOWNELEVEN réponse à la masquée', { lang: 'fr', parent: c5 });
  const endorse = (who: Actor, item: ItemId) => meeting.give(who, 'discussion.Endorse', { activity: 'live', item });
  endorse(claire, c1);
  endorse(present, c1);
  endorse(salma, c2);
  meeting.give(claire, 'discussion.Edit', { activity: 'live', item: c2, text: 'SHOWNTWO un groupe fixe', lang: 'fr' });
  endorse(nobody, c2);
  const translate = (item: ItemId, lang: Language, text: string, by?: string) =>
    meeting.give(facilitator, 'core.Translate', { item, lang, text, ...(by ? { by } : {}) });
  translate(c1, 'fr', 'Réunions ouvertes TRANSONE', 'Interpreterword');
  translate(c1, 'en', 'MARKTRANSLATION');
  meeting.give(facilitator, 'core.RemoveTranslation', { item: c1, lang: 'en' });
  translate(c4, 'fr', 'La même chose TRANSFOUR');
  translate(c5, 'ar', 'MARKHIDDENTRANSLATION');
  translate(c6, 'ar', 'MARKREMOVEDTRANSLATION');
  desk(meeting, 'discussion.Merge', { into: c2, from: [c4] });
  desk(meeting, 'discussion.Hide', { item: c5, reason: 'other', note: 'MARKNOTE' });
  desk(meeting, 'discussion.Remove', { item: c6, reason: 'endangers' });
  meeting.give(changed, 'discussion.Withdraw', { activity: 'live', item: c7 });
  meeting.give(changed, 'core.SetConsents', { present: false, words: false });

  const written = meeting.at;
  desk(meeting, 'discussion.Pin', { item: c8 });
  meeting.at += 1_200_000;
  meeting.give(facilitator, 'core.StartItem', { item: 'second' });
  meeting.at += 900_000;
  meeting.say(changed, 'MARKLATE', { writtenAt: written });
  meeting.say(nobody, 'MARKPENDING', { activity: 'collect' });
  return {
    meeting,
    shown: [
      ['C1', 'SHOWNONE'],
      ['C2', 'SHOWNTWO'],
      ['C3', 'SHOWNTHREE'],
      ['C4', 'SHOWNFOUR'],
      ['C8', 'SHOWNEIGHT'],
      ['C9', 'SHOWNNINE'],
      ['C10', 'SHOWNTEN'],
      ['C11', 'SHOWNELEVEN'],
    ],
    absent: ['MARK', 'Name of'],
    gone: ['C5', 'C6', 'C7'],
    names: ['Salmaword', 'Claireword', 'Presentword', 'Interpreterword'],
  };
}

/** How often a word stands in a text. */
export const times = (text: string, word: string): number => text.split(word).length - 1;
