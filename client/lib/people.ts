import type { DraftRecord } from './database.ts';
import { database, readProfile } from './database.ts';
import type { OutboxEntry } from './outbox-store.ts';

/**
 * Somebody who has used this phone. Their personal code is not among it: whoever holds the phone next could read it,
 * and be them.
 */
export interface PhonePerson {
  readonly participant: string;
  /** Empty until the server has told it. */
  readonly name: string;
  /** The join code of their meeting. */
  readonly code: string;
}

/** What somebody left on this phone. */
export interface LeftBehind {
  /** What they wrote: on its way, refused, or not finished. */
  readonly texts: number;
  /** Votes, endorsements and the like that wait to be sent. */
  readonly others: number;
}

const isText = (data: unknown): boolean => typeof (data as { text?: unknown } | null)?.text === 'string';
const isWritten = ({ text }: DraftRecord): boolean => text.trim() !== '';
/** As Drafts begins its keys. */
const ownerOf = ({ key }: DraftRecord): string => key.slice(0, key.indexOf('/'));

/** What each of them left, of everything that is kept. */
export function leftBehind(
  entries: readonly Pick<OutboxEntry, 'participant' | 'data'>[],
  drafts: readonly DraftRecord[],
): ReadonlyMap<string, LeftBehind> {
  const left = new Map<string, LeftBehind>();
  const add = (participant: string, texts: number, others: number) => {
    const before = left.get(participant) ?? { texts: 0, others: 0 };
    left.set(participant, { texts: before.texts + texts, others: before.others + others });
  };
  for (const { participant, data } of entries) add(participant, isText(data) ? 1 : 0, isText(data) ? 0 : 1);
  for (const draft of drafts) if (isWritten(draft)) add(ownerOf(draft), 1, 0);
  return left;
}

/** Those who have used this phone, in the order in which they first did. */
export const readPeople = async (): Promise<readonly PhonePerson[]> =>
  (await readProfile<readonly PhonePerson[]>('people')) ?? [];

/** Notes somebody, or what is now known of them. False where it could not be kept. */
export async function notePerson({ participant, name, code }: PhonePerson): Promise<boolean> {
  try {
    const db = await database();
    if (!db) return false;
    const noting = db.transaction('profile', 'readwrite');
    const people = ((await noting.store.get('people')) ?? []) as readonly PhonePerson[];
    const before = people.find((person) => person.participant === participant);
    const now = { participant, name: name || (before?.name ?? ''), code: code || (before?.code ?? '') };
    await noting.store.put(before ? people.map((p) => (p === before ? now : p)) : [...people, now], 'people');
    await noting.done;
    return true;
  } catch {
    return false;
  }
}

/** What everybody who has used this phone left on it. Nothing where this browser keeps nothing. */
export async function readLeftBehind(): Promise<ReadonlyMap<string, LeftBehind>> {
  try {
    const db = await database();
    if (!db) return new Map();
    return leftBehind(await db.getAll('outbox'), await db.getAll('drafts'));
  } catch {
    return new Map();
  }
}

/** Clears everything of one person from this browser, and of nobody else. Gives those who remain. */
export async function forgetPerson(participant: string): Promise<readonly PhonePerson[]> {
  const db = await database();
  if (!db) return [];
  const all = db.transaction(['outbox', 'drafts', 'profile'], 'readwrite');
  const [outbox, drafts, profile] = [all.objectStore('outbox'), all.objectStore('drafts'), all.objectStore('profile')];
  for (const { id, participant: owner } of await outbox.getAll()) if (owner === participant) await outbox.delete(id);
  for (const draft of await drafts.getAll()) if (ownerOf(draft) === participant) await drafts.delete(draft.key);
  const people = ((await profile.get('people')) ?? []) as readonly PhonePerson[];
  const rest = people.filter((person) => person.participant !== participant);
  await profile.put(rest, 'people');
  const me = (await profile.get('me')) as { participant?: string } | undefined;
  if (me?.participant === participant) await profile.delete('me');
  await all.done;
  return rest;
}
