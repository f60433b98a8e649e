import { describe, expect, it } from '@jest/globals';
import type { Language } from '../../server/domain/text.ts';
import { stemmed } from '../../server/suggest/stems.ts';
import { arabic, english, french, type Sentences } from './sentences.ts';

/** Whether two words come down to the same, among these others. */
function meet(one: string, other: string, lang: Language, among: readonly string[] = []): boolean {
  const [a, b] = stemmed([one, other, ...among], lang).map(({ stems }) => [...stems.keys()]);
  expect(a).toHaveLength(1);
  expect(b).toHaveLength(1);
  return a?.[0] === b?.[0];
}

const together: Record<Language, [string, string][]> = {
  ar: [
    ['ساحات', 'الساحات'],
    ['ساحة', 'ساحات'],
    ['ساحة', 'والساحات'],
    ['تمويل', 'لتمويل'],
    ['التمويل', 'بتمويل'],
    ['للتمويل', 'وتمويل'],
    ['التزام', 'الالتزام'],
    ['بالتزام', 'التزام'],
    ['مهاجر', 'المهاجرون'],
    ['المهاجرين', 'مهاجرون'],
    ['مهاجرة', 'المهاجرات'],
    ['موظفين', 'موظفي'],
    ['موظف', 'موظفو'],
    ['مدينة', 'مدينتنا'],
    ['المدن', 'مدينة'],
    ['مدينتين', 'مدينة'],
    ['خدمة', 'خدماتها'],
    ['محلي', 'المحلية'],
    ['محلية', 'المحليين'],
    ['بلدية', 'البلديات'],
    ['جمعية', 'للجمعيات'],
    ['مدارس', 'المدرسة'],
    ['مكتب', 'المكاتب'],
    ['مكتبة', 'مكتباتنا'],
    ['الأحياء', 'حي'],
    ['حقوق', 'حق'],
    ['لاجئ', 'اللاجئين'],
    ['مسؤول', 'مسئولون'],
    ['شيء', 'شىء'],
    ['إدماج', 'الادماج'],
    ['مُهاجِر', 'مهاجر'],
    ['مهـــاجر', 'مهاجر'],
    ['مكتبًا', 'مكتب'],
    ['مكتبا', 'مكتب'],
    ['مستشفى', 'المستشفي'],
    ['مدينه', 'مدينة'],
    ['یاسمین', 'ياسمين'],
    ['نحتاج', 'تحتاج'],
    ['يتعاون', 'تعاون'],
    ['٣٠', '30'],
    ['۳۰', '30'],
  ],
  fr: [
    ['l’accueil', 'accueillir'],
    ["l'accueil", 'd’accueil'],
    ['qu’associations', 'association'],
    ['L‘école', 'écoles'],
    ['formation', 'former'],
    ['travail', 'travaux'],
    ['local', 'locaux'],
    ['réunion', 'réunir'],
    ['municipal', 'municipales'],
    ['société', 'societe'],
    ['ÉCOLE', 'école'],
    ['s’arrêtent', 'arrêter'],
    ['coordonner', 'coordination'],
    ['1 500', '1.500'],
    ['1\u202f500', '1500'],
    ['٣٠', '30'],
  ],
  en: [
    ['funding', 'funds'],
    ['city’s', 'cities'],
    ['organisation', 'organizations'],
    ['neighbourhood', 'neighborhoods'],
    ['labour', 'labor'],
    ['co-ordination', 'coordinate'],
    ['centre', 'centers'],
    ['children', 'child'],
    ['1,500', '1500'],
    ['d’Ivoire', 'Ivoire'],
  ],
};

const apart: Record<Language, [string, string][]> = {
  ar: [
    ['مكتبة', 'مكتب'],
    ['المكتبات', 'المكاتب'],
    ['جامعة', 'جامع'],
    ['مدرسة', 'مدرس'],
    ['عملة', 'عمل'],
    ['عملية', 'عمل'],
    ['محلي', 'محل'],
    ['بلدية', 'بلد'],
    ['جمعية', 'جمع'],
    ['والدين', 'الدين'],
    ['بطاقة', 'طاقة'],
    ['تدخل', 'دخل'],
    ['دورة', 'دور'],
    ['مهمة', 'مهم'],
    ['بضائع', 'ضائع'],
    ['فقراء', 'قراءة'],
    ['تضامن', 'ضمان'],
    ['لغة', 'غاية'],
    ['٣٠', '٣٠٠'],
  ],
  fr: [
    ['commune', 'commun'],
    ['marché', 'marche'],
    ['police', 'politique'],
    ['université', 'universel'],
    ['social', 'société'],
    ['aujourd’hui', 'huis'],
    ['1 500', '500'],
  ],
  en: [
    ['police', 'policy'],
    ['university', 'universal'],
    ['organisation', 'organ'],
    ['authority', 'author'],
    ['important', 'import'],
    ['international', 'internal'],
    ['apartment', 'apart'],
    ['30', '300'],
  ],
};

const textsOf = ({ same, alike }: Sentences) => [...same, ...alike].flat();
const all = (['ar', 'fr', 'en'] as const).flatMap((lang) => {
  const { chosen, kept } = { ar: arabic, fr: french, en: english }[lang];
  const room = [...textsOf(chosen), ...textsOf(kept)];
  return [
    { lang, where: 'by themselves', among: [] },
    { lang, where: 'among a room’s sentences', among: room },
    { lang, where: 'among each other', among: [...together[lang], ...apart[lang]].flat() },
  ];
});

describe.each(all)('words in $lang, $where', ({ lang, among }) => {
  it.each(together[lang])('%s and %s are one', (one, other) => {
    expect(meet(one, other, lang, among)).toBe(true);
    expect(meet(other, one, lang, among)).toBe(true);
  });

  it.each(apart[lang])('%s and %s are two', (one, other) => {
    expect(meet(one, other, lang, among)).toBe(false);
    expect(meet(other, one, lang, among)).toBe(false);
  });
});

const stemsOf = (text: string, lang: Language) => [...(stemmed([text], lang)[0]?.stems.keys() ?? [])];

describe('what counts of a text', () => {
  it('water is not what, and a neighbourhood not a call', () => {
    expect(stemsOf('ماء', 'ar')).toHaveLength(1);
    expect(stemsOf('ما', 'ar')).toEqual([]);
    expect(stemsOf('حي', 'ar')).toHaveLength(1);
    expect(stemsOf('وفي', 'ar')).toEqual([]);
  });

  it('small words do not', () => {
    expect(stemsOf('C’est qu’il y a l’un et l’autre', 'fr')).toEqual([]);
    expect(stemsOf('We should all have this', 'en')).toEqual([]);
    expect(stemsOf('يجب أن يكون لدينا', 'ar')).toEqual([]);
  });

  it('keeps its words as they were written', () => {
    const [text] = stemmed(['L’Accueil des Écoles, l’accueil'], 'fr');
    expect([...(text?.stems.values() ?? [])]).toEqual(['Accueil', 'Écoles']);
    const [arabic] = stemmed(['والسّاحاتُ للأطفال'], 'ar');
    expect([...(arabic?.stems.values() ?? [])]).toEqual(['والسّاحاتُ', 'للأطفال']);
  });

  it.each([
    ['Les moyens ne suffisent pas', 'fr', true],
    ['On n’a pas de moyens', 'fr', true],
    ['Les moyens suffisent', 'fr', false],
    ['We don’t meet', 'en', true],
    ["We can't meet", 'en', true],
    ['We lack premises', 'en', true],
    ['We meet', 'en', false],
    ['ولا يكفي التمويل', 'ar', true],
    ['غياب التنسيق', 'ar', true],
    ['التمويل يكفي', 'ar', false],
  ] as const)('%s: whether it denies', (text, lang, denies) => {
    expect(stemmed([text], lang)[0]?.denies).toBe(denies);
  });

  it('a word of another script than the language’s stands as it is', () => {
    expect(stemsOf('شبكة WiFi مجانية', 'ar')).toContain('wifi');
    expect(stemsOf('le mot حلقة', 'fr')).toContain('حلقه');
  });

  it('of nothing there is nothing', () => {
    expect(stemmed([], 'ar')).toEqual([]);
    expect(stemsOf('… — ؟ 👍', 'ar')).toEqual([]);
  });
});
