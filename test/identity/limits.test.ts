import { describe, expect, it } from '@jest/globals';
import { Limits } from '../../server/identity/limits.ts';

const address = '203.0.113.7';
const wrong = (limits: Limits, times: number) =>
  Promise.allSettled(Array.from({ length: times }, () => limits.wrongCode(address)));

describe('limits', () => {
  it('an address that was wrong too often is not answered, right or wrong, and told for how long', async () => {
    const limits = new Limits();
    const outcomes = await wrong(limits, 90);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(10);
    await expect(limits.rightCode(address, 'meeting')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    const refused = await limits.wrongCode(address).catch((error: unknown) => error);
    const { seconds } = (refused as { values: { seconds: number } }).values;
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(600);
  });

  it('another address is not its neighbour', async () => {
    const limits = new Limits();
    await wrong(limits, 90);
    await limits.rightCode('203.0.113.8', 'meeting');
    await limits.wrongCode('203.0.113.8');
  });

  it('who joins earns one wrong code back, and saves none up', async () => {
    const limits = new Limits({ wrongCodes: 3 });
    for (let i = 0; i < 20; i++) await limits.joined(address, 'meeting');
    for (let i = 0; i < 20; i++) {
      await limits.wrongCode(address);
      await limits.joined(address, 'meeting');
    }
    const outcomes = await wrong(limits, 4);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
  });

  it('lets a place go on joining the meeting that it knows, whoever guesses there, and no other meeting', async () => {
    const limits = new Limits({ wrongCodes: 5 });
    await limits.joined(address, 'theirs');
    for (let i = 0; i < 10; i++) await limits.wrongCode(address).catch(() => {});
    await limits.rightCode(address, 'theirs');
    await expect(limits.rightCode(address, 'another')).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    await expect(limits.mayGuess(address)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  });
});
