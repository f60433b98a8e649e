import type { Localized } from '../../../server/domain/text.ts';

/** What was said and saved, and must be in the minutes once. */
export const said = {
  matrix: {
    amel: 'يعرفون الأحياء بيتًا بيتًا، ويثق بهم أهلها.',
    claire: 'Elles parlent les langues des personnes qui arrivent.',
    sam: 'Two people carry everything, and both are tired.',
    against: 'Only in the two largest associations; the others have no interpreter.',
  },
  q1: {
    amel: 'لجنة بلدية تجتمع كلّ شهر مع الجمعيات وتنشر ما اتّفق عليه.',
    claire: 'Une élue chargée des migrations réunit tous les services chaque mois.',
    sam: 'One shared calendar of who meets whom, kept by the city.',
  },
  q2: {
    amel: 'ندعو الجمعيات الصغيرة قبل كتابة البرنامج لا بعدها.',
    claire: 'Un retour écrit sur chaque recommandation, même refusée.',
    sam: 'Written while the network was away: pay for childcare during meetings.',
  },
  q3: {
    amel: 'مكتب مفتوح كلّ خميس في دار الجمعيات.',
    claire: 'Envoyée pendant la panne : un groupe de travail fixe avec un compte rendu public.',
    sam: 'A standing group with a chair from a migrant association.',
  },
  q4: {
    amel: 'منحة صغيرة بقرار سريع، وتقرير واحد لكلّ المانحين.',
    claire: 'Un financement sur trois ans avec une part libre de dix pour cent.',
    sam: 'Small grants decided within two weeks, with a public reason.',
  },
} as const;

/** All of it. */
export const texts: readonly string[] = Object.values(said).flatMap((part) => Object.values(part));

/** What was destroyed, and must be nowhere. */
export const destroyed = 'Mme Untel, du service des étrangers, refuse tout le monde.';
export const translation = 'Un bureau ouvert chaque jeudi à la maison des associations.';

/** What the desk wrote. */
export const photo: Localized = { ar: 'صورة جماعية', fr: 'Photo de groupe', en: 'Group photograph' };
export const theme: Localized = { ar: 'لقاءات منتظمة', fr: 'Se voir régulièrement', en: 'Meeting regularly' };
export const keyPoint: Localized = {
  ar: 'تمويل يمتدّ على سنوات، وفيه جزء حرّ.',
  fr: 'Financer dans la durée, en laissant une part libre.',
  en: 'Fund over several years, and leave a part of it free.',
};

/** Dots by option, as Amel, Claire and Sam gave them; and what they come to. */
export const dots = [
  [2, 1, 0, 0, 0],
  [0, 3, 0, 0, 0],
  [1, 0, 0, 2, 0],
] as const;
export const result = [3, 4, 0, 2, 0] as const;
