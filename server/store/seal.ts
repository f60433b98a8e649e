import { createHash, randomBytes } from 'node:crypto';
import type { Sealed, VaultValue } from '../domain/vault.ts';
import { canonicalJson } from './canonical.ts';
import type { VaultPut } from './store.ts';

/** What stands in the log for a value: SHA-256 of salt and canonical JSON, in hex. Without the salt it tells nothing. */
export const commitment = (salt: Uint8Array, value: VaultValue): string =>
  createHash('sha256').update(salt).update(canonicalJson(value)).digest('hex');

export interface Sealer {
  /** Gives a value its random id (16 bytes, base64url) and commitment, and keeps it for the batch. */
  seal(value: VaultValue): Sealed;
  /** What has been sealed so far, for `Batch.puts`. */
  readonly puts: readonly VaultPut[];
}

/** Collects the values that a batch puts into the vault. */
export function sealer(): Sealer {
  const puts: VaultPut[] = [];
  return {
    puts,
    seal(value) {
      const id = randomBytes(16).toString('base64url');
      const salt = randomBytes(16);
      puts.push({ id, salt, value });
      return { id, commitment: commitment(salt, value) };
    },
  };
}
