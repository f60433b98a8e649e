import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../../server/domain/actors.ts';
import type { CommandEnvelope } from '../../server/domain/commands.ts';
import { languages } from '../../server/domain/text.ts';
import type { Room } from '../../server/live/room.ts';
import { Rooms } from '../../server/live/rooms.ts';
import { realSurroundings } from '../../server/live/surroundings.ts';
import { corpusFor, type Triple } from '../../server/rehearsal/corpus.ts';
import { projectRoot } from '../../server/words.ts';
import { Random } from '../support/random.ts';
import { newId } from '../support/running.ts';
import { freshStores } from '../support/stores.ts';
import { facilitator, person, system } from '../support/test-meeting.ts';

const FILE = join(projectRoot, 'data/meetings/sfax-2019/meeting.json');
/** The questions that are written in, with their share of the texts; the last one stays open. */
const QUESTIONS = [
  ['contributions', 'practices', 0.2],
  ['roles', 'matrix', 0.1],
  ['coherence', 'q1', 0.2],
  ['participation', 'q2', 0.15],
  ['consultation', 'q3', 0.15],
  ['take-home', 'take-home', 0.2],
] as const;

/** The question that people can go on answering. */
export const OPEN = 'take-home';

/**
 * The Sfax meeting with so many people and texts in a data folder, through a real room: every sixth text is a reply,
 * every second one is translated, and each of them is endorsed three times on average.
 */
export async function largeMeeting(folder: string, people: number, texts: number): Promise<void> {
  const stores = freshStores(folder);
  const rooms = new Rooms(
    stores.events,
    await realSurroundings((error) => {
      throw error;
    }),
  );
  const file = JSON.parse(readFileSync(FILE, 'utf8'));
  const { meeting } = await rooms.create(file);
  const crowd = new Crowd(await rooms.get(meeting), new Random(7));
  await crowd.join(people, file);
  for (const [item, activity, share] of QUESTIONS) {
    await crowd.give(facilitator, 'core.StartItem', { item });
    await crowd.give(facilitator, 'core.OpenActivity', { activity }).catch(() => {});
    await crowd.write(activity, Math.round(texts * share), file);
  }
  await rooms.close();
  await stores.close();
}

class Crowd {
  private readonly ids: string[] = [];

  constructor(
    private readonly room: Room,
    private readonly random: Random,
  ) {}

  async give(actor: Actor, type: string, data: object): Promise<string[]> {
    const answer = await this.room.submit(actor, { id: newId() as CommandEnvelope['id'], type, data });
    if (!answer.ok) throw new Error(`${type} was refused: ${answer.rejection.code}`);
    return answer.items ?? [];
  }

  async join(n: number, { organisations }: { organisations: { id: string; city: string | null }[] }): Promise<void> {
    const names = Object.values(corpusFor('sfax-2019').people).flat();
    const joining = Array.from({ length: n }, async (_, i) => {
      const participant = newId();
      this.ids.push(participant);
      const profile = {
        name: `${names[i % names.length]} ${i}`,
        organisation: organisations[i % organisations.length]!.id,
        city: null,
        kind: null,
      };
      const data = { participant, profile, consents: { present: i % 3 > 0, words: i % 2 > 0 }, lang: languages[i % 3] };
      await this.give(system, 'core.Join', data);
    });
    await Promise.all(joining);
  }

  /** A matrix has no replies: there, each text goes into a cell. */
  async write(activity: string, n: number, file: SfaxFile): Promise<void> {
    const said = corpusFor('sfax-2019').of(activity);
    const { rows, columns = [] } = file.activities.find(({ id }) => id === activity)!.config;
    const kind = rows ? 'matrix' : 'discussion';
    const parents: string[] = [];
    const one = async (i: number): Promise<void> => {
      const lang = languages[i % 3]!;
      const parent = i % 6 === 5 && !rows ? this.random.pick(parents) : undefined;
      const triples = parent && said.replies.length > 0 ? said.replies : said.contributions;
      const triple = triples[i % triples.length] as Triple;
      const cell = rows ? { row: this.random.pick(rows)!.id, column: this.random.pick(columns)!.id } : {};
      const place = parent ? { parent } : cell;
      const data = { activity, text: `${triple[lang]} (${activity} ${i})`, lang, ...place };
      const [item] = await this.give(this.somebody(), `${kind}.Contribute`, data);
      if (i % 2 === 0)
        for (const other of languages.filter((l) => l !== lang))
          await this.give(facilitator, 'core.Translate', { item, lang: other, text: `${triple[other]} (${i})` });
      if (parent || !item) return;
      parents.push(item);
      // Somebody's own text, or the same one twice: it is simply not counted.
      for (let k = this.random.below(7); k > 0; k--)
        await this.give(this.somebody(), `${kind}.Endorse`, { activity, item }).catch(() => {});
    };
    for (let i = 0; i < n; i += 20)
      await Promise.all(Array.from({ length: Math.min(20, n - i) }, (_, k) => one(i + k)));
  }

  private somebody(): Actor {
    return person(this.random.pick(this.ids)!);
  }
}

interface SfaxFile {
  readonly activities: readonly {
    readonly id: string;
    readonly config: { readonly rows?: { id: string }[]; readonly columns?: { id: string }[] };
  }[];
}
