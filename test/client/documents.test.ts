import { describe, expect, it } from '@jest/globals';
import { type DocumentStore, Documents } from '../../client/lib/documents.ts';

const UNAVAILABLE = { ok: false, rejection: { code: 'UNAVAILABLE' } } as const;

/** A server that answers from a list, and a store in memory. */
function world() {
  const kept = new Map<string, unknown>();
  const asked: string[] = [];
  const answers: unknown[] = [];
  const store: DocumentStore = {
    get: async (key) => kept.get(key),
    put: async (key, document) => void kept.set(key, document),
  };
  const ask = async (_surface: string, activity: string, lang: string) => {
    asked.push(`${activity}/${lang}`);
    const answer = answers.shift();
    return answer === undefined ? UNAVAILABLE : { ok: true as const, body: answer };
  };
  return { kept, asked, answers, store, ask: ask as never };
}

describe('a long text', () => {
  it('is fetched in the reader’s language and kept', async () => {
    const w = world();
    w.answers.push({ text: 'Bonjour' });
    const documents = new Documents(w.store, w.ask);
    const shown = documents.of('m', 'read', 'fr');
    expect(shown.value).toMatchObject({ document: null, state: 'asking' });
    await documents.open('m', 'read', 'fr');
    expect(shown.value).toMatchObject({ document: { text: 'Bonjour' }, state: 'current' });
    expect(w.asked).toEqual(['read/fr']);
    expect([...w.kept]).toEqual([['m/read/fr', { text: 'Bonjour' }]]);
    expect(documents.of('m', 'read', 'ar').value.document).toBeNull();
  });

  it('is read without a network where it was kept, and replaced when it has changed', async () => {
    const w = world();
    w.kept.set('m/read/fr', { text: 'Bonjour' });
    const documents = new Documents(w.store, w.ask);
    const shown = documents.of('m', 'read', 'fr');
    await documents.open('m', 'read', 'fr');
    expect(shown.value).toMatchObject({ document: { text: 'Bonjour' }, state: 'kept' });
    const before = shown.value.document;
    w.answers.push({ text: 'Bonjour' }, { text: 'Bonsoir' });
    await documents.open('m', 'read', 'fr');
    // The same text is the same object: nothing on the page is drawn anew.
    expect(shown.value).toMatchObject({ state: 'current' });
    expect(shown.value.document).toBe(before);
    await documents.open('m', 'read', 'fr');
    expect(shown.value.document).toEqual({ text: 'Bonsoir' });
    expect(w.kept.get('m/read/fr')).toEqual({ text: 'Bonsoir' });
  });

  it('that never came says so, and comes when it is asked for again', async () => {
    const w = world();
    const documents = new Documents(w.store, w.ask);
    await documents.open('m', 'read', 'en');
    expect(documents.of('m', 'read', 'en').value).toEqual({
      document: null,
      state: 'failed',
      rejection: { code: 'UNAVAILABLE' },
    });
    w.answers.push({ text: 'Hello' });
    await documents.open('m', 'read', 'en');
    expect(documents.of('m', 'read', 'en').value).toMatchObject({ document: { text: 'Hello' }, state: 'current' });
  });

  it('is shown though the browser keeps nothing, and fetched ahead only where it is not here yet', async () => {
    const w = world();
    const broken: DocumentStore = {
      get: () => Promise.reject(new Error('forbidden')),
      put: () => Promise.reject(new Error('forbidden')),
    };
    const documents = new Documents(broken, w.ask);
    expect(await documents.fetchAhead('m', 'read', 'en')).toBe(false);
    w.answers.push({ text: 'Hello' });
    expect(await documents.fetchAhead('m', 'read', 'en')).toBe(true);
    expect(await documents.fetchAhead('m', 'read', 'en')).toBe(true);
    expect(w.asked).toHaveLength(2);
    expect(documents.of('m', 'read', 'en').value.state).toBe('current');
  });
});
