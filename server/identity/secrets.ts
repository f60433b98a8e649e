import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { CapabilityRole } from '../domain/actors.ts';
import type { MeetingId, ParticipantId } from '../domain/ids.ts';
import { PERSONAL_ALPHABET, PERSONAL_LENGTH } from './codes.ts';

/** SHA-256 in hex: what is stored of a secret that has 256 random bits of its own. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A session's token: 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the server makes from its key and can make again: nothing of it needs to be stored. */
export class Secrets {
  constructor(private readonly key: Uint8Array) {}

  /** The secret of a capability link, base64url. A later generation has another. */
  link(meeting: MeetingId, role: CapabilityRole, generation: number): string {
    return this.mac('link', meeting, role, String(generation)).toString('base64url');
  }

  /** The id of the person who joins with this request: the same request is the same person. */
  participant(meeting: MeetingId, request: string): ParticipantId {
    return this.mac('participant', meeting, request).subarray(0, 16).toString('base64url') as ParticipantId;
  }

  /** A person's code, 40 bits. `attempt` gives another where two would share one. */
  personalCode(meeting: MeetingId, participant: ParticipantId, attempt: number): string {
    const bytes = this.mac('personal', meeting, participant, String(attempt));
    const symbols = Array.from({ length: PERSONAL_LENGTH }, (_, i) => PERSONAL_ALPHABET[(bytes[i] as number) % 32]);
    return symbols.join('');
  }

  /** What is stored of a personal code: without the key, 40 bits could be tried one by one. */
  personalHash(meeting: MeetingId, code: string): string {
    return this.mac('code', meeting, code).toString('hex');
  }

  private mac(...parts: readonly string[]): Buffer {
    return createHmac('sha256', this.key).update(parts.join('|')).digest();
  }
}
