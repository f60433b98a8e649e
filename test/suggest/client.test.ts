import { afterEach, describe, expect, it } from '@jest/globals';
import { fetchSuggestions, suggestionKey } from '../../client/lib/suggestions.ts';
import type { ItemId } from '../../server/domain/ids.ts';
import type { Suggestion } from '../../server/domain/protocol.ts';

const group = (...items: string[]): Suggestion => ({
  items: items as ItemId[],
  refs: items.map(() => null),
  translated: [],
  lang: 'fr',
  shared: ['guichet', 'unique'],
  score: 0.5,
});

describe('suggestions on the desk’s page', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  /** Answers each request with this, and keeps the addresses. */
  function server(status: number, body: object): string[] {
    const paths: string[] = [];
    globalThis.fetch = async (path) => {
      paths.push(String(path));
      return new Response(JSON.stringify(body), { status });
    };
    return paths;
  }

  it('are asked for of all activities, or of some', async () => {
    const paths = server(200, { groups: [group('a', 'b')] });
    expect(await fetchSuggestions()).toEqual({ ok: true, body: [group('a', 'b')] });
    await fetchSuggestions(['q1', 'q2']);
    expect(paths).toEqual(['/api/suggestions', '/api/suggestions?activity=q1&activity=q2']);
  });

  it('are refused with the server’s reason, or are out of reach', async () => {
    server(401, { rejection: { code: 'SESSION_UNKNOWN' } });
    expect(await fetchSuggestions()).toEqual({ ok: false, rejection: { code: 'SESSION_UNKNOWN' } });
    globalThis.fetch = () => Promise.reject(new TypeError('no network'));
    expect(await fetchSuggestions()).toEqual({ ok: false, rejection: { code: 'UNAVAILABLE' } });
  });

  it('have one name whatever the order, and another when somebody joins', () => {
    expect(suggestionKey(group('a', 'b'))).toBe(suggestionKey({ ...group('b', 'a'), lang: 'ar', score: 1 }));
    expect(suggestionKey(group('a', 'b', 'c'))).not.toBe(suggestionKey(group('a', 'b')));
  });
});
