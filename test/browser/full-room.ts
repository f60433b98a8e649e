import type { CommandAnswer } from '../../server/domain/protocol.ts';
import type { Child } from '../durability/child.ts';
import { cookieOfChild, enter, type SocketClient } from '../support/running.ts';

interface Said {
  readonly who: number;
  readonly text: string;
  readonly translations?: Partial<Record<'ar' | 'fr' | 'en', string>>;
  readonly endorsedBy?: number;
}

/** Invented people, of the organisations of the meeting's list. */
const people: readonly [name: string, organisation: string, lang: 'ar' | 'fr' | 'en', named: boolean][] = [
  ['أمل', 'city-of-sfax', 'ar', true],
  ['سامي', 'city-of-tunis', 'ar', false],
  ['Claire', 'city-of-lyon', 'fr', true],
  ['Youssef', 'city-of-tangier', 'fr', false],
  ['Yannis', 'city-of-athens', 'en', true],
  ['Maya', 'city-of-beirut', 'ar', false],
  ['Omar', 'city-of-amman', 'ar', true],
  ['Lucía', 'city-of-madrid', 'fr', false],
  ['Aïcha', 'utopia-56', 'fr', true],
  ['Jonas', 'city-of-berlin', 'en', false],
  ['Nour', 'city-of-sfax', 'ar', false],
  ['Marta', 'city-of-barcelona', 'en', false],
  ['Eleni', 'athens-coordination-centre', 'en', false],
  ['Reza', 'athens-integration-council', 'en', true],
  ['Miriam', 'berlin-advisory-council', 'en', false],
  ['Yusuf', 'berlin-islam-forum', 'ar', false],
  ['Inés', 'madrid-bar', 'fr', false],
  ['Pablo', 'la-rueca', 'fr', true],
];

const consultation: readonly Said[] = [
  {
    who: 6,
    text: 'نجحت المشاورة حين عرف الجميع من اليوم الأوّل ما تقدر عليه البلدية وما لا تقدر عليه.',
    translations: {
      fr: 'La consultation a réussi quand chacun a su, dès le premier jour, ce que la municipalité peut faire ou non.',
      en: 'It worked once everybody knew, from the first day, what the city can and cannot do.',
    },
    endorsedBy: 6,
  },
  {
    who: 2,
    text: 'Un groupe de travail fixe et un compte rendu publié : chacun voit ce qui a été retenu.',
    translations: { ar: 'فريق عمل قارّ ومحضر منشور: كلّ واحد يرى ما أُخذ به.' },
    endorsedBy: 9,
  },
  {
    who: 4,
    text: 'A monthly open desk at the town hall, with somebody from the mayor’s office always there.',
    endorsedBy: 2,
  },
  {
    who: 0,
    text: 'لقاءات مفتوحة في دار الجمعيات، والبلدية تردّ كتابةً خلال أسبوعين.',
    translations: {
      fr: 'Réunions ouvertes à la maison des associations ; la municipalité répond par écrit sous quinze jours.',
    },
    endorsedBy: 3,
  },
  {
    who: 8,
    text: 'Des relais de quartier rémunérés par la ville : sans eux, les femmes ne viennent pas aux réunions.',
    endorsedBy: 5,
  },
  { who: 1, text: 'ترجمة فورية إلى لغات المهاجرين، وإلّا تكلّم نفس الأشخاص في كلّ مرّة.', endorsedBy: 1 },
];

/** Those in the room: their phones, in the order of `people`, and the desk; all stay connected until `leave`. */
export interface Seated {
  readonly desk: SocketClient;
  readonly phones: readonly SocketClient[];
  readonly cookies: readonly string[];
  leave(): void;
}

/** The eighteen, and the desk. */
export async function seat(server: Pick<Child, 'port' | 'code' | 'links'>): Promise<Seated> {
  const desk = await enter(server.port, 'facilitator', await cookieOfChild(server, 'facilitator'));
  const cookies: string[] = [];
  const phones: SocketClient[] = [];
  for (const [name, organisation, lang, named] of people) {
    const cookie = await cookieOfChild(server, 'participant', {
      name,
      organisation,
      lang,
      consents: { present: named, words: named },
    });
    cookies.push(cookie);
    phones.push(await enter(server.port, 'participant', cookie));
  }
  const leave = () => {
    for (const client of [desk, ...phones]) client.close();
  };
  return { desk, phones, cookies, leave };
}

/** The meeting in the middle of its third question. */
export async function fillRoom(server: Pick<Child, 'port' | 'code' | 'links'>): Promise<Seated> {
  const room = await seat(server);
  for (const item of ['arrival', 'opening']) await room.desk.send('core.StartItem', { item });
  await consult(room);
  return room;
}

/** The third question: six texts, translations, an endorsed and pinned one, a reply, one that is hidden. */
export async function consult({ desk, phones }: Seated): Promise<void> {
  await desk.send('core.StartItem', { item: 'consultation' });
  const of = { activity: 'q3' };
  const items: string[] = [];
  for (const { who, text, translations, endorsedBy = 0 } of consultation) {
    const answer = await phones[who]!.send('discussion.Contribute', { ...of, text });
    const item = created(answer);
    items.push(item);
    for (const [lang, translation] of Object.entries(translations ?? {}))
      await desk.send('core.Translate', { item, lang, text: translation, by: 'Salma B.' });
    const others = phones.filter((_, i) => i !== who).slice(0, endorsedBy);
    for (const phone of others) await phone.send('discussion.Endorse', { ...of, item });
  }
  await phones[3]!.send('discussion.Contribute', {
    ...of,
    text: 'Et qui rédige le compte rendu chez vous ?',
    parent: items[1],
  });
  await desk.send('discussion.Pin', { ...of, item: items[1] });
  const named = created(
    await phones[9]!.send('discussion.Contribute', { ...of, text: 'Herr Mustermann never answers our letters.' }),
  );
  await desk.send('discussion.Hide', { ...of, item: named, reason: 'names_a_person' });
}

function created(answer: CommandAnswer): string {
  const item = answer.ok ? answer.items?.[0] : undefined;
  if (!item) throw new Error(`nothing was created: ${JSON.stringify(answer)}`);
  return item;
}
