import { ara, eng, fra } from 'stopword';
import type { Language } from '../domain/text.ts';
import { arabicLetters } from './arabic-letters.ts';
import { unaccented } from './latin.ts';

const list = (words: string): string[] => words.trim().split(/\s+/);
const letters: Readonly<Record<Language, (word: string) => string>> = {
  ar: arabicLetters,
  fr: unaccented,
  en: unaccented,
};

/** What the lists of the package leave out: words that a meeting says in every other sentence. */
const MORE: Readonly<Record<Language, string>> = {
  ar: `يجب ينبغي لابد بد علينا لدينا لديهم عندنا عندهم لان لأنه لأنها وذلك التي الذي حول اكثر اكبر جدا كثيرا كثير كثيرة ايضا فقط خاصة
    ضرورة لازم نحن هناك توجد يوجد موجود كافة مختلف بعضها بعضهم الى من كان تكون يكون كل لكل بكل نفسها نفسهم بنفسها بنفسهم بأنفسهم أنفسهم قرب عبر رغم`,
  fr: `plus moins très trop bien aussi si comme entre fait faire font faut doit doivent devrait devraient peut peuvent pouvoir tout tous
    toute toutes autre autres afin ainsi car donc dont là lors lorsque chaque après avant depuis pendant vers chez sous être
    beaucoup encore parce plusieurs certains certaines nôtre besoin aux elles eux mêmes près dès
    selon malgré contre parmi`,
  en: `us my your these its were shall may too very there here many every each all any both after before among need needs needed
    am me their ours yours will just whether themselves itself himself herself ourselves myself yourself near around within per via`,
};

/**
 * What they hold and a meeting may well speak of: visits, strength, time; and a neighbourhood, which without its vowels
 * is written like "come!".
 */
const NOT: Readonly<Record<Language, string>> = {
  ar: 'زيارة قوة لقاء اعادة الوقت سنة سنوات صباح مساء صفر نهاية شخصا عدد واحد واحدة عشرة ثلاثة اربعة عام مليون يوم ايام حي اب اخ عين اطار وقف مقابل',
  fr: '',
  en: 'way under',
};

/** Who denies something, or says that it is lacking: two texts of which only one does so do not say the same. */
const DENIALS: Readonly<Record<Language, string>> = {
  ar: `لا لم لن ليس ليست ليسوا لسنا غير بدون دون بلا عدم انعدام غياب غائب غائبة نقص قلة تنقص ينقص ينقصنا تفتقر يفتقر نفتقر يفتقد`,
  fr: `ne n pas jamais aucun aucune non sans ni rien nul nulle manque manquent manquer manquant absence absent absente faute insuffisant
    insuffisante insuffisants insuffisantes`,
  en: `not no never none nor nobody nothing without cannot lack lacks lacking lacked absence absent missing insufficient hardly`,
};

const setOf = (words: readonly string[], lang: Language): ReadonlySet<string> => new Set(words.map(letters[lang]));

const denials: Readonly<Record<Language, ReadonlySet<string>>> = {
  ar: setOf(list(DENIALS.ar), 'ar'),
  fr: setOf(list(DENIALS.fr), 'fr'),
  en: setOf(list(DENIALS.en), 'en'),
};

function commonIn(lang: Language, words: readonly string[]): ReadonlySet<string> {
  const kept = setOf(list(NOT[lang]), lang);
  return new Set([...setOf([...words, ...list(MORE[lang])], lang)].filter((word) => !kept.has(word)));
}

const common: Readonly<Record<Language, ReadonlySet<string>>> = {
  ar: commonIn('ar', ara),
  fr: commonIn('fr', fra),
  en: commonIn('en', eng),
};

/** The word itself and, in Arabic, without "and" and "so", which are written in one with it. */
const readings = (form: string, lang: Language): string[] => {
  const word = letters[lang](form);
  return lang === 'ar' && /^[وف]../.test(word) ? [word, word.slice(1)] : [word];
};

/** Whether a word denies, or says that something is lacking. */
export const denies = (form: string, lang: Language): boolean =>
  readings(form, lang).some((word) => denials[lang].has(word));

/** Whether a word says too little to be shared: "the", "we", "must". */
export const isCommon = (form: string, lang: Language): boolean =>
  readings(form, lang).some((word) => common[lang].has(word));
