import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';

/*
 * The stemmers cut by spelling alone. What they bring together or keep apart wrongly among the words of such meetings
 * stands in these tables.
 */

/** Words that would lose what tells them from others: a municipality is not what is common, an author no authority. */
const FRENCH_APART: ReadonlyMap<string, string> = new Map([
  ['commune', 'commune'],
  ['communes', 'commune'],
  ['marché', 'marché'],
  ['marchés', 'marché'],
  ['marche', 'marche'],
  ['marches', 'marche'],
  ['université', 'université'],
  ['universités', 'université'],
  ['universitaire', 'université'],
  ['universitaires', 'université'],
]);
const ENGLISH_APART: ReadonlyMap<string, string> = new Map([
  ['important', 'important'],
  ['importance', 'important'],
  ['authority', 'authority'],
  ['authorities', 'authority'],
  ['university', 'university'],
  ['universities', 'university'],
  ['international', 'international'],
  ['internationally', 'international'],
  ['apartment', 'apartment'],
  ['apartments', 'apartment'],
  ['department', 'department'],
  ['departments', 'department'],
]);
/** Stems of one word that the stemmers keep apart. */
const FRENCH_ONE: ReadonlyMap<string, string> = new Map([
  ['traval', 'travail'],
  ['format', 'form'],
  ['réunion', 'réun'],
  ['inscript', 'inscrir'],
  ['inscrit', 'inscrir'],
  ['coordin', 'coordon'],
  ['reconnaiss', 'reconnaîtr'],
]);
const ENGLISH_ONE: ReadonlyMap<string, string> = new Map([
  ['children', 'child'],
  ['women', 'woman'],
  ['men', 'man'],
  ['people', 'person'],
  ['recogni', 'recognis'],
  ['center', 'centr'],
  ['program', 'programm'],
]);
const ACCENTS = /[\u0300-\u036f]/g;

/**
 * The stem of a French word, without accents, which phones often leave out. A second one where the word may be a verb
 * ("arrêtent"), which the stemmer does not always see.
 */
export const frenchForms = (word: string): string[] =>
  /..[^m]ent$/.test(word) ? [frenchStem(word), frenchStem(word.slice(0, -2))] : [frenchStem(word)];

function frenchStem(word: string): string {
  const stem = french(word);
  return FRENCH_APART.get(word) ?? unaccented(FRENCH_ONE.get(stem) ?? stem);
}

/** The stem of an English word; British and American spellings have one. */
export function englishStem(word: string): string {
  const spelt = word
    .replace(/(?<=...)iz(?=(?:e[ds]?|ers?|ing|ations?)$)/, 'is')
    .replace(/(?<=...)our(?=(?:s|ed|ing|hoods?)?$)/, 'or');
  const stem = english(spelt);
  return ENGLISH_APART.get(word) ?? unaccented(ENGLISH_ONE.get(stem) ?? stem);
}

export const unaccented = (word: string): string => word.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
