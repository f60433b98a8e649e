import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { Rejection } from '../domain/rejection.ts';
import { addressKey } from './address.ts';

const TEN_MINUTES = 600;
/** Places that are remembered; beyond it they are learnt anew. */
const MAX_PLACES = 10_000;

/**
 * Limits that let a hotel through and stop a guesser. A hotel's guests share one address and mistype codes; each of
 * them then joins. A guesser is wrong and stays wrong. So wrong codes cost their address points, a new person who joins
 * earns one back, and right codes cost nothing, until an address has used up its points: then no code of its is looked
 * at until they come back, right or wrong, so that it learns nothing. But for the code of a meeting that somebody has
 * already joined from there: whoever guesses in a hotel can read that one off the screen, and must not keep the other
 * guests out.
 *
 * With 80 wrong codes in ten minutes, one address needs two months on average for the code of a single meeting.
 */
export class Limits {
  private readonly wrongCodes: RateLimiterMemory;
  private readonly requests: RateLimiterMemory;
  private readonly joins: RateLimiterMemory;
  private readonly exports: RateLimiterMemory;
  /** `address meeting` of those who have joined from there. */
  private readonly places = new Set<string>();

  constructor({ wrongCodes = 80 }: { wrongCodes?: number } = {}) {
    const limiter = (keyPrefix: string, points: number, duration: number) =>
      new RateLimiterMemory({ keyPrefix, points, duration });
    this.wrongCodes = limiter('wrong', wrongCodes, TEN_MINUTES);
    this.requests = limiter('request', 3000, 60);
    this.joins = limiter('join', 1500, TEN_MINUTES);
    this.exports = limiter('export', 60, 60);
  }

  /** One request of an address, of any kind. @throws Rejection RATE_LIMITED */
  request(address: string | undefined): Promise<void> {
    return spend(this.requests, addressKey(address));
  }

  /** One person more from an address. @throws Rejection RATE_LIMITED */
  join(address: string | undefined): Promise<void> {
    return spend(this.joins, addressKey(address));
  }

  /** One export by a session. @throws Rejection RATE_LIMITED */
  export(session: string): Promise<void> {
    return spend(this.exports, session);
  }

  /** A code or secret was wrong. @throws Rejection RATE_LIMITED where the address has no points left. */
  wrongCode(address: string | undefined): Promise<void> {
    return spend(this.wrongCodes, addressKey(address));
  }

  /** The code of a meeting was right. @throws Rejection RATE_LIMITED where that is not to be told (see above). */
  async rightCode(address: string | undefined, meeting: string): Promise<void> {
    if (!this.places.has(`${addressKey(address)} ${meeting}`)) await this.mayGuess(address);
  }

  /** @throws Rejection RATE_LIMITED where an address has no points left for another try. */
  async mayGuess(address: string | undefined): Promise<void> {
    const spent = await this.wrongCodes.get(addressKey(address));
    if (spent && spent.consumedPoints > this.wrongCodes.points) throw limited(spent);
  }

  /** A new person has joined from an address: one of its wrong codes is forgiven. */
  async joined(address: string | undefined, meeting: string): Promise<void> {
    const key = addressKey(address);
    if (this.places.size >= MAX_PLACES) this.places.clear();
    this.places.add(`${key} ${meeting}`);
    const spent = await this.wrongCodes.get(key);
    // Never below nothing: points cannot be saved up for guessing later.
    if (spent && spent.consumedPoints > 0) await this.wrongCodes.reward(key, 1);
  }
}

async function spend(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (refused instanceof Error) throw refused;
    throw limited(refused as RateLimiterRes);
  }
}

const limited = (refused: RateLimiterRes): Rejection =>
  new Rejection('RATE_LIMITED', { seconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) });
