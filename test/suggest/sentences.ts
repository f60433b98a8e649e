/*
 * Sentences as people in such a meeting write them, made up for these tests. `same`: each list says nearly the same.
 * `alike`: each list shares words and does not say the same. The threshold was chosen on the half `chosen` and on real
 * documents; `kept` had no part in it (but two prepositions went to the common words after it had been looked at).
 *
 * Measured by pairs, over the three languages: of `chosen` 50 are suggested, 46 of them rightly (precision 0.92), of 52
 * that there are (recall 0.88); of `kept` 49, 42 rightly (0.86), of 48 (0.88). What is missed says the same in other words
 * altogether, which no comparing of words finds; what is wrong differs in the one word that matters ("a nursery near the
 * port", "a market near the port"). People repeat each other less neatly than these sentences do: of 110 passages and
 * practices of a background paper, the pairs suggested (two in Arabic, one in French, two in English) were all right, and
 * passages that sum up another at half its length were missed.
 */

export interface Sentences {
  readonly same: readonly (readonly string[])[];
  readonly alike: readonly (readonly string[])[];
}

export type Halves = { readonly chosen: Sentences; readonly kept: Sentences };

export const arabic: Halves = {
  chosen: {
    same: [
      ['نحتاج إلى ساحات عمومية يلتقي فيها السكان والمهاجرون', 'الساحات العمومية مكان يلتقي فيه المهاجرون والسكان'],
      [
        'مكتب استقبال موحّد للمهاجرين في البلدية',
        'على البلدية أن تفتح مكتبًا موحدا لاستقبال المهاجرين',
        'مكتب واحد في البلديّة لاستقبال المهاجرين',
      ],
      ['دروس اللغة مجانية في المدارس بعد الدوام', 'دروس مجانيّة للغة في المدرسة بعد الدوام'],
      ['التمويل ينقطع بعد سنة واحدة', 'بعد سنة ينقطع التمويل', 'تمويل المشاريع ينقطع بعد سنة'],
      ['غياب التنسيق بين الجمعيات', 'التنسيق غائب بين جمعيات المدينة', 'لا تنسيق بين الجمعيات'],
      ['تدريب أعوان الاستقبال على لغات المهاجرين', 'ندرّب أعوان الاستقبال على لغة المهاجرين'],
      ['خريطة للخدمات تحدّث كل ٣ أشهر', 'خريطة الخدمات نحدّثها كل 3 أشهر'],
      ['لجنة مشتركة بين البلدية والجمعيات تجتمع كل شهر', 'كل شهر اجتماع للجنة المشتركة بين الجمعيات والبلدية'],
      ['الوسطاء الثقافيون في المستشفيات', 'وسطاء ثقافيون في كل مستشفى'],
      ['المترجمون متطوعون وعددهم لا يكفي', 'عدد المترجمين المتطوعين غير كافٍ'],
      ['الإيجارات فوق طاقة الناس', 'لا أحد يجد بيتا بثمن معقول'],
      ['لتستمع المدينة إلى سكانها أكثر', 'أعطوا الكلمة لأهل الأحياء'],
    ],
    alike: [
      ['مكتبة عمومية في كل حي', 'مكتب عمومي للتشغيل في كل ولاية'],
      ['التمويل كافٍ لهذه السنة', 'التمويل غير كافٍ لهذه السنة'],
      ['ندرّب ٣٠ شابًّا كل سنة', 'ندرّب 300 امرأة كل سنة'],
      ['البلدية تنظّم لقاء شهريا مع الجمعيات', 'البلدية تنظّم معرضا للكتاب مع المدارس'],
      ['الجمعيات تعرف الميدان', 'الجمعيات تفتقر إلى المقرّات', 'الجمعيات تتنافس على التمويل'],
      ['نقل مجاني للتلاميذ', 'علاج مجاني للأطفال'],
      ['خط هاتفي بأربع لغات للنساء ضحايا العنف', 'موقع إلكتروني بأربع لغات لعروض الشغل'],
      ['المهاجرون يعملون في البناء دون عقود', 'المهاجرات يعملن في التنظيف دون عقود'],
      ['نسب المشاركة في الانتخابات البلدية ضعيفة', 'نسب مشاركة الشباب في الرياضة ضعيفة'],
      ['الماء والكهرباء في الأحياء الشعبية', 'ما لا يُرى في الأحياء الشعبية'],
    ],
  },
  kept: {
    same: [
      ['شباك موحد لتسجيل الأطفال في المدارس', 'نقترح شباكًا موحّدًا لتسجيل الأطفال بالمدرسة'],
      ['الجمعيات لا تعرف إلى أين توجّه الناس', 'جمعيات كثيرة لا تعرف أين توجه الناس'],
      ['الاعتراف بالشهادات الأجنبية يتأخر سنوات', 'يتأخّر الاعتراف بشهادات المهاجرين الأجنبية'],
      [
        'تكوين الموظفين البلديين في حقوق الإنسان',
        'تكوين لموظفي البلدية حول حقوق الإنسان',
        'موظفو البلدية يحتاجون إلى تكوين في حقوق الإنسان',
      ],
      ['مهرجان سنوي للأكلات تشارك فيه كل الجاليات', 'كل الجاليات تشارك في مهرجان الأكلات السنوي'],
      ['معلومات عن الصحة بلغات بسيطة', 'معلومات صحيّة بلغة بسيطة'],
      ['ميزانية خاصة بالإدماج ضمن ميزانية البلدية', 'تخصيص ميزانية للإدماج في ميزانيّة البلدية'],
      ['منح صغيرة للجمعيات المحلية', 'منحة صغيرة لكل جمعية محلية'],
      ['السكن أكبر مشكلة عندنا', 'أكبر مشكل هو السكن', 'مشكلتنا الكبرى السكن'],
      ['نادي كرة قدم يجمع شباب الأحياء والمهاجرين', 'كرة القدم تجمع شباب الحي والشباب المهاجر'],
      ['المهاجرون خائفون من الإدارة', 'كثير من الوافدين لا يجرؤون على دخول المكاتب الرسمية'],
      ['نتعلّم بعضنا من بعض', 'تبادل الخبرات بين المدن مفيد'],
    ],
    alike: [
      ['جامعة صفاقس شريك في البحث', 'جامع المدينة شريك في الإغاثة'],
      ['الشرطة تتعاون معنا', 'الشرطة لا تتعاون معنا'],
      ['فتحنا روضة للأطفال في الميناء', 'فتحنا سوقا للخضر في الميناء'],
      ['مجلس استشاري للشباب', 'مجلس استشاري للمتقاعدين'],
      ['ورشة خياطة للنساء المهاجرات', 'ورشة حلاقة للشبان العاطلين'],
      ['السلطات المحلية بطيئة في الرد', 'السلطات المحلية حاضرة في كل الاجتماعات'],
      ['نريد إحصاءات دقيقة عن السكن', 'نريد حملات نظافة عن قرب'],
      ['الترجمة في المحاكم واجبة', 'الترجمة في المستشفى مكلفة'],
      ['عملة محلية لدعم التجار', 'عمل محلي لدعم التلاميذ'],
      ['المشاريع قصيرة المدة', 'المشاريع كثيرة الوثائق'],
    ],
  },
};

export const french: Halves = {
  chosen: {
    same: [
      [
        'Un guichet unique à la mairie pour l’accueil des migrants',
        'Il faut à la mairie un guichet unique d’accueil des migrants',
        'Guichet unique pour accueillir les migrants en mairie',
      ],
      [
        'Les associations manquent de locaux',
        'Manque de locaux pour les associations',
        'Le local manque aux associations',
      ],
      ['Des cours de langue gratuits le soir', 'Cours de langues gratuits, le soir, dans les écoles'],
      ["Le financement s'arrête au bout d'un an", 'Les financements s’arrêtent après un an'],
      [
        'Former les agents d’accueil aux langues des migrants',
        'Formation des agents de l’accueil aux langues des migrants',
      ],
      ['Pas de coordination entre les associations', 'Les associations ne se coordonnent pas'],
      [
        'Cartographier les services et mettre la carte à jour tous les 3 mois',
        'Une carte des services mise à jour tous les ٣ mois',
      ],
      ['Des médiateurs culturels dans les hôpitaux', 'Médiateurs culturels à l’hôpital'],
      [
        'Une commission mixte ville-associations qui se réunit chaque mois',
        'Réunir chaque mois une commission mixte entre la ville et les associations',
      ],
      [
        'Des travaux d’intérêt général confiés aux jeunes du quartier',
        'Confier aux jeunes des quartiers un travail d’intérêt général',
      ],
      ['Les loyers sont hors de prix', 'Impossible de trouver un toit abordable'],
      ['La ville devrait écouter davantage ses habitants', 'Donnons la parole aux riverains'],
    ],
    alike: [
      ['Le financement est suffisant cette année', 'Le financement n’est pas suffisant cette année'],
      ['Une bibliothèque dans chaque quartier', 'Un terrain de sport dans chaque quartier'],
      ['Nous avons formé 30 jeunes', 'Nous avons formé 300 femmes'],
      ['La commune soutient les projets de jeunes', 'Un projet commun avec les jeunes'],
      [
        'Les associations connaissent le terrain',
        'Les associations changent souvent de direction',
        'Les associations dépendent des bailleurs',
      ],
      ['Aide au logement des étudiants', 'Aide au retour des saisonniers'],
      ['La police municipale participe aux réunions', 'La politique municipale se décide en réunion'],
      ['Un numéro vert pour les femmes victimes de violences', 'Un site en quatre langues pour les offres d’emploi'],
      ['Le marché du dimanche attire tous les habitants', 'La marche du dimanche réunit peu d’habitants'],
      ['Les enfants apprennent vite la langue', 'Les parents apprennent lentement la langue'],
    ],
  },
  kept: {
    same: [
      ['Inscrire les enfants à l’école sans papiers', 'Inscription à l’école des enfants sans papiers'],
      [
        'Les associations ne savent pas vers qui orienter',
        'Beaucoup d’associations ne savent pas vers qui orienter les personnes',
      ],
      [
        'La reconnaissance des diplômes étrangers prend des années',
        'Reconnaître les diplômes étrangers prend trop d’années',
      ],
      [
        'Former le personnel municipal aux droits humains',
        'Une formation aux droits humains pour le personnel de la municipalité',
        'Le personnel municipal doit être formé aux droits humains',
      ],
      [
        'Un festival annuel de cuisine où chaque communauté participe',
        'Toutes les communautés participent au festival annuel de cuisine',
      ],
      ['Des informations de santé en langage simple', 'Information santé dans un langage simple'],
      ['Réserver une ligne du budget municipal à l’intégration', 'Une ligne « intégration » dans le budget municipal'],
      ['De petites subventions pour les associations locales', 'Petites subventions aux associations locales'],
      [
        'Le logement est notre plus gros problème',
        'Notre premier problème : le logement',
        'Le plus gros problème, c’est le logement',
      ],
      [
        'Un club de foot qui réunit jeunes du quartier et jeunes migrants',
        'Le foot réunit les jeunes migrants et ceux du quartier',
      ],
      [
        'Les migrants ont peur de l’administration',
        'Beaucoup de nouveaux venus n’osent pas entrer dans un bureau officiel',
      ],
      ['Apprenons les uns des autres', 'Les échanges d’expérience entre villes sont utiles'],
    ],
    alike: [
      ['L’université est partenaire de la recherche', 'La mosquée est partenaire des secours'],
      ['La police coopère avec nous', 'La police ne coopère pas avec nous'],
      ['Nous avons ouvert une crèche près du port', 'Nous avons ouvert un marché près du port'],
      ['Un conseil consultatif des jeunes', 'Un conseil consultatif des retraités'],
      ['Un atelier de couture pour les femmes migrantes', 'Un atelier de coiffure pour les jeunes au chômage'],
      ['Les autorités locales répondent lentement', 'Les autorités locales viennent à toutes les réunions'],
      ['Il faut des statistiques fiables sur le logement', 'Il faut des campagnes de propreté dans les logements'],
      ['L’interprétation au tribunal est obligatoire', 'L’interprétation à l’hôpital coûte cher'],
      ['Les projets durent trop peu', 'Les projets demandent trop de papiers'],
      ['Créer des emplois pour les femmes', 'Créer des crèches pour les femmes'],
    ],
  },
};

export const english: Halves = {
  chosen: {
    same: [
      [
        'A one-stop desk at the town hall to welcome migrants',
        'The town hall needs a one-stop welcome desk for migrants',
        'One-stop desk for migrants in the town hall',
      ],
      ['Associations lack premises', 'Lack of premises for associations', 'Our associations have no premises'],
      ['Free language classes in the evening', 'Language classes, free, every evening at school'],
      ['Funding stops after one year', 'Funds stop after a year'],
      ['Train reception staff in migrants’ languages', 'Training for reception staff in the languages of migrants'],
      [
        'There is no coordination between associations',
        'No co-ordination among the associations',
        'The associations don’t coordinate',
      ],
      ['Map the services and update the map every 3 months', 'A map of services, updated every three months'],
      ['Cultural mediators in hospitals', 'Every hospital should have cultural mediators'],
      [
        'A joint committee of the city and associations that meets every month',
        'The city and the associations meet monthly in a joint committee',
      ],
      [
        'Organise sports tournaments for children of all neighbourhoods',
        'Organizing a sports tournament for the children of all neighborhoods',
      ],
      ['Rents are out of reach', 'Nobody finds a place to live at a fair price'],
      ['The city should listen more to its residents', 'Let us give the floor to neighbours'],
    ],
    alike: [
      ['Funding is sufficient this year', 'Funding is not sufficient this year'],
      ['A library in every neighbourhood', 'A playground in every neighbourhood'],
      ['We trained 30 young people', 'We trained 300 women'],
      ['Police come to our meetings', 'Policies are decided in meetings'],
      ['Associations know the ground', 'Associations change their leaders often', 'Associations depend on donors'],
      ['Housing support for students', 'Return support for seasonal workers'],
      ['Most families here are middle class', 'Most families here are working class'],
      ['A hotline for women who face violence', 'A website in four languages for job offers'],
      ['It is important to welcome newcomers at the port', 'Import rules delay goods at the port'],
      ['Children learn the language quickly', 'Parents learn the language slowly'],
    ],
  },
  kept: {
    same: [
      ['Enrol children in school without papers', 'School enrolment for children who have no papers'],
      [
        'Associations do not know where to refer people',
        'Many associations don’t know where people should be referred',
      ],
      ['Recognition of foreign diplomas takes years', 'It takes years to recognise foreign diplomas'],
      [
        'Train municipal staff in human rights',
        'Human rights training for municipal staff',
        'Municipal staff should be trained in human rights',
      ],
      [
        'An annual food festival where every community takes part',
        'All communities take part in the annual food festival',
      ],
      ['Health information in plain language', 'Information about health in plain languages'],
      [
        'Reserve a line of the municipal budget for integration',
        'A budget line for integration in the municipal budget',
      ],
      ['Small grants for local associations', 'Give small grants to local associations'],
      ['Housing is our biggest problem', 'The biggest problem is housing', 'Our main problem: housing'],
      [
        'A football club that brings young locals and young migrants together',
        'Football brings young migrants and locals together',
      ],
      ['Migrants are afraid of the administration', 'Many newcomers do not dare to enter an official building'],
      ['We learn from one another', 'Exchanging experience between cities is useful'],
    ],
    alike: [
      ['The university is a partner in research', 'The mosque is a partner in relief'],
      ['The police work with us', 'The police do not work with us'],
      ['We opened a nursery near the port', 'We opened a market near the port'],
      ['An advisory council of young people', 'An advisory council of pensioners'],
      ['A sewing workshop for migrant women', 'A hairdressing workshop for unemployed men'],
      ['Local authorities answer slowly', 'Local authorities attend every meeting'],
      ['We need reliable figures on housing', 'We need cleaning campaigns in housing blocks'],
      ['Interpretation in court is mandatory', 'Interpretation in hospital is expensive'],
      ['Projects are too short', 'Projects need too much paperwork'],
      ['Create jobs for women', 'Create nurseries for women'],
    ],
  },
};
