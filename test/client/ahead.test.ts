import { expect, it } from '@jest/globals';
import { signal } from '@preact/signals';
import { OnDemand } from '../../client/lib/on-demand.ts';
import { useWords } from '../../client/lib/words.ts';

// What the page's code looks at when it is loaded.
Object.assign(globalThis, { location: { hash: '' }, addEventListener: () => undefined });
const { delegateKinds } = await import('../../client/activities/delegate.ts');
const { fetchAhead } = await import('../../client/delegate/ahead.ts');

/** A session as far as it is needed: a meeting with these activities, and a network that goes after so many texts. */
function session(kinds: readonly string[], texts = Number.POSITIVE_INFINITY) {
  const activities = new Map(kinds.map((kind, i) => [`a/${kind}${i}`, { id: `${kind}${i}`, kind }]));
  const items = [{ activities: [...activities.values()].map(({ id }) => id) }, { activities: [] }];
  const fetched: string[] = [];
  const state = signal('live');
  return {
    fetched,
    live: { state, value: (key: string) => signal(key === 'agenda' ? { items } : activities.get(key)) },
    meeting: signal({ id: 'm' }),
    documents: {
      fetchAhead: async (...of: string[]) => {
        fetched.push(of.join('/'));
        return fetched.length < texts;
      },
    },
  };
}

const give = (s: ReturnType<typeof session>, wait: (ms: number) => Promise<unknown> = async () => undefined) =>
  fetchAhead(s as unknown as Parameters<typeof fetchAhead>[0], wait);

const asked = () =>
  Object.entries(delegateKinds).flatMap(([kind, { View }]) =>
    View instanceof OnDemand && View.state.value.at !== 'waiting' ? [kind] : [],
  );

it('what a meeting will need is fetched after its first answer, and no more than that', async () => {
  useWords({}, 'fr');
  const waits: number[] = [];
  const s = session(['discussion', 'briefing', 'briefing', 'matrix']);
  await give(s, async (ms) => waits.push(ms));
  expect(s.fetched).toEqual(['m/briefing1/fr', 'm/briefing2/fr']);
  // Here there is no build to fetch from: that it was asked for is what can be seen.
  expect(asked()).toEqual(['briefing', 'matrix']);
  // Not at once, and not everything in the same instant.
  expect(waits[0]).toBeGreaterThanOrEqual(1000);
  expect(waits.length).toBeGreaterThan(2);
});

it('without a network nothing is fetched, and a text that does not come is the last that is asked for', async () => {
  const s = session(['briefing', 'briefing', 'briefing'], 2);
  await give(s);
  expect(s.fetched).toHaveLength(2);
  const away = session(['briefing']);
  away.live.state.value = 'offline';
  await give(away);
  expect(away.fetched).toEqual([]);
});
