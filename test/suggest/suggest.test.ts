import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ItemId } from '../../server/domain/ids.ts';
import type { Suggestion } from '../../server/domain/protocol.ts';
import { MAX_SUGGESTIONS, suggestions } from '../../server/suggest/suggest.ts';
import { reading, readings } from './readings.ts';
import { arabic, english, french } from './sentences.ts';

const itemsOf = (found: readonly Suggestion[]) => found.map(({ items }) => [...items]);
const c = (...numbers: number[]) => numbers.map((n) => `c${n}`);
/** What else is said in the room: far from all that the tests compare. */
const others = [
  'Les trains de nuit arrivent en retard',
  'La récolte des olives dure jusqu’en janvier',
  'Nos archives sont dans un état affreux',
  'Les pêcheurs réparent leurs filets',
];
const among = (...texts: string[]) => readings([...texts, ...others]);

describe('groups of items that say nearly the same', () => {
  it('come with the words that they share, as the first has them', async () => {
    const [group, ...more] = await suggestions(
      among(
        'L’Accueil des migrants à la Mairie',
        'Accueillir un migrant en mairie',
        'La mairie accueille les migrants',
      ),
    );
    expect(more).toEqual([]);
    expect(group).toEqual({
      items: c(1, 2, 3),
      refs: ['C1', 'C2', 'C3'],
      translated: [],
      lang: 'fr',
      shared: ['Accueil', 'migrants', 'Mairie'],
      score: 1,
    });
  });

  it('stand closest first', async () => {
    const found = await suggestions(
      among(
        'Des cours de langue gratuits le soir à la bibliothèque',
        'Un guichet unique à la mairie',
        'Cours de langue gratuits au gymnase',
        'Le guichet unique de la mairie',
      ),
    );
    expect(itemsOf(found)).toEqual([c(2, 4), c(1, 3)]);
    expect(found[0]?.score).toBe(1);
    expect(found[1]?.score).toBeLessThan(1);
    expect(found[1]?.score).toBeGreaterThan(0);
  });

  it('hold an item once, and only what is close to each of the others', async () => {
    const found = await suggestions(
      readings([
        'guichet unique mairie accueil',
        'guichet unique mairie accueil horaires',
        'mairie accueil horaires samedi dimanche',
        'samedi dimanche marché légumes',
      ]),
    );
    expect(itemsOf(found)).toEqual([c(1, 2)]);
  });

  it('hold those alone that share more than a word with all of them', async () => {
    const found = await suggestions(
      readings([
        'mairie guichet horaire samedi parking',
        'mairie guichet horaire bus gare',
        'mairie samedi parking bus gare',
      ]),
    );
    expect(itemsOf(found)).toEqual([c(1, 2)]);
  });

  it('are none where one word is all that is shared', async () => {
    expect(await suggestions(among('Mairie', 'Mairie fermée'))).toEqual([]);
  });

  it('may be of one word, where that is all that is said', async () => {
    expect(itemsOf(await suggestions(among('Le logement !', 'logements', 'Les logements sont rares')))).toEqual([
      c(1, 2),
    ]);
  });

  it.each([
    ['fr', 'Le financement des associations est durable', 'Le financement des associations n’est pas durable'],
    ['en', 'Funding for associations is stable', 'Funding for associations isn’t stable'],
    ['ar', 'تمويل الجمعيات كاف', 'تمويل الجمعيات غير كاف'],
  ] as const)('are none where one denies what the other says (%s)', async (lang, one, other) => {
    expect(await suggestions(readings([one, other, 'x y z'], lang))).toEqual([]);
    expect(itemsOf(await suggestions(readings([one, one, other, other], lang))).sort()).toEqual([c(1, 2), c(3, 4)]);
  });

  it('are none where all the numbers differ, in whatever digits', async () => {
    expect(await suggestions(readings(['ندرّب ٣٠ شابا في السنة', 'ندرّب ٣٠٠ شاب في السنة'], 'ar'))).toEqual([]);
    expect(itemsOf(await suggestions(readings(['ندرّب ٣٠ شابا في السنة', 'ندرّب 30 شابا في السنة'], 'ar')))).toEqual([
      c(1, 2),
    ]);
  });

  it('a denial in a long text does not make it another', async () => {
    const long =
      'La commission mixte réunit chaque mois la ville, les associations, les écoles, les hôpitaux, la police et les habitants du quartier du port';
    const longer = `${long}, mais les commerçants ne viennent pas`;
    expect(itemsOf(await suggestions(among(long, longer)))).toEqual([c(1, 2)]);
  });

  it('are of one language each', async () => {
    const found = await suggestions([
      reading(1, 'Formation migration association', 'fr'),
      reading(2, 'Formation migration association', 'en'),
    ]);
    expect(found).toEqual([]);
  });

  it('say which of the items do so in a translation', async () => {
    const found = await suggestions([
      reading(1, 'مكتب موحد في البلدية', 'ar'),
      reading(1, 'Un guichet unique à la mairie', 'fr', { translated: true }),
      reading(2, 'Le guichet unique de la mairie', 'fr'),
    ]);
    expect(found).toMatchObject([
      { items: c(1, 2), lang: 'fr', translated: c(1), shared: ['guichet', 'unique', 'mairie'] },
    ]);
  });

  it('come once, where two languages give the same, and within a larger one not again', async () => {
    const both = [
      reading(1, 'Un guichet unique à la mairie', 'fr'),
      reading(1, 'A one-stop desk at the town hall', 'en', { translated: true }),
      reading(2, 'Le guichet unique de la mairie', 'fr'),
      reading(2, 'One desk, one stop, at the town hall', 'en', { translated: true }),
    ];
    expect(await suggestions(both)).toMatchObject([{ items: c(1, 2), lang: 'fr' }]);
    const third = reading(3, 'A one-stop desk in our town hall', 'en');
    expect(await suggestions([...both, third])).toMatchObject([{ items: c(1, 2, 3), lang: 'en' }]);
  });

  it('leave out a reply to one of them, and keep what a reply says again elsewhere', async () => {
    const [one, answer, again] = readings(['Un guichet unique', 'Guichet unique !', 'Le guichet unique']);
    const reply = { ...answer!, parent: one!.id };
    expect(await suggestions([one!, reply])).toEqual([]);
    expect(itemsOf(await suggestions([one!, reply, again!]))).toEqual([c(1, 3)]);
    expect(itemsOf(await suggestions([reply, again!]))).toEqual([c(2, 3)]);
    expect(
      itemsOf(
        await suggestions([
          { ...again!, parent: 'c9' as ItemId },
          { ...answer!, parent: 'c9' as ItemId },
        ]),
      ),
    ).toEqual([c(3, 2)]);
  });

  it('are none where all are in one theme already; who joins them is told', async () => {
    const [one, two, three] = readings(['Un guichet unique', 'Guichet unique !', 'Le guichet unique']);
    const inTheme = (theme: string) => [
      { ...one!, theme },
      { ...two!, theme },
    ];
    expect(await suggestions(inTheme('t1'))).toEqual([]);
    expect(itemsOf(await suggestions([...inTheme('t1'), three!]))).toEqual([c(1, 2, 3)]);
    expect(
      itemsOf(
        await suggestions([
          { ...one!, theme: 't1' },
          { ...two!, theme: 't2' },
        ]),
      ),
    ).toEqual([c(1, 2)]);
  });

  it(`are at most ${MAX_SUGGESTIONS}`, async () => {
    const texts = Array.from({ length: MAX_SUGGESTIONS + 10 }, (_, i) => `motif${i} objet${i} lieu${i}`);
    expect(await suggestions(readings([...texts, ...texts]))).toHaveLength(MAX_SUGGESTIONS);
  });

  it('let others have their turn while they are looked for', async () => {
    let turns = 0;
    let done = false;
    const turn = () => {
      turns++;
      if (!done) setImmediate(turn);
    };
    setImmediate(turn);
    await suggestions(readings(Array.from({ length: 500 }, (_, i) => `motif${i} objet${i} lieu${i}`)));
    done = true;
    expect(turns).toBeGreaterThan(3);
  });

  it('of nothing, and of texts that say nothing, are none', async () => {
    expect(await suggestions([])).toEqual([]);
    expect(await suggestions(readings(['', '…', 'de la', 'de la', '👍', '👍']))).toEqual([]);
  });
});

describe('whatever the texts', () => {
  const words = [arabic, french, english].flatMap(({ kept }) => kept.same.flat()).flatMap((text) => text.split(' '));
  const text = fc.oneof(
    fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((some) => some.join(' ')),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  );
  const said = fc.array(fc.tuple(text, fc.constantFrom('ar', 'fr', 'en') as fc.Arbitrary<'ar' | 'fr' | 'en'>), {
    maxLength: 40,
  });

  it('the same give the same; a language holds an item once; what is shared stands in the first', async () => {
    await fc.assert(
      fc.asyncProperty(said, async (all) => {
        const given = all.map(([words, lang], i) => reading(i + 1, words, lang));
        const found = await suggestions(given);
        expect(await suggestions(structuredClone(given))).toEqual(found);
        for (const lang of ['ar', 'fr', 'en']) {
          const items = found.filter((group) => group.lang === lang).flatMap((group) => group.items);
          expect(new Set(items).size).toBe(items.length);
        }
        for (const { items, refs, shared, score } of found) {
          const [first, ...rest] = items.map((id) => given.find((one) => one.id === id)!);
          expect(rest.length).toBeGreaterThan(0);
          expect(refs).toEqual([first!, ...rest].map(({ ref }) => ref));
          expect(shared.length).toBeGreaterThan(0);
          for (const word of shared) expect(first!.text).toContain(word);
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});
