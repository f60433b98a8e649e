import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStores } from '../../server/store/sqlite.ts';
import { FaultyStore } from '../support/stores.ts';
import { World } from './world.ts';

/** `HALQA_SEEDS=2000 npm test` for more, `HALQA_SEED=8360` for one. */
const one = process.env.HALQA_SEED;
const seeds = one ? [Number(one)] : Array.from({ length: Number(process.env.HALQA_SEEDS ?? 200) }, (_, i) => i + 1);
const STEPS = 200;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'halqa-simulation-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One seed: many clients, lost connections, slow readers, failing and unclear commits, restarts. */
async function simulate(seed: number, steps = STEPS): Promise<World> {
  const stores = openStores(path.join(folder, String(seed)));
  const world = new World(seed, new FaultyStore(stores.events));
  try {
    await world.run(steps);
    return world;
  } catch (error) {
    const story = world.story.slice(-40).join('\n');
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : error}\nThe last steps:\n${story}`);
  } finally {
    await stores.close();
    rmSync(path.join(folder, String(seed)), { recursive: true, force: true });
  }
}

describe('simulated meetings on bad networks', () => {
  let answered = 0;
  let accepted = 0;

  it.each(seeds)('seed %i: acknowledged is kept, once, and all see the same', async (seed) => {
    const world = await simulate(seed);
    answered += world.answered;
    accepted += world.accepted;
  });

  it('did something: most commands were answered, and many accepted', () => {
    expect(answered).toBeGreaterThan(seeds.length * 20);
    expect(accepted / answered).toBeGreaterThan(0.4);
  });
});
