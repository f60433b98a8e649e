import type { RejectionFrame } from '../../server/domain/protocol.ts';
import { post } from '../lib/api.ts';

// Shorter fragments are references (#C12), and the places of the page have their names before them.
const SECRET = /^#(?!(?:item|log|mark|part|source)-)([\w-]{20,200})$/;

/**
 * Exchanges the secret in the address for a cookie and takes it out of the address. Without one, the cookie of an earlier
 * visit has to do.
 * @returns why the server refused, or null.
 */
export async function enterByLink(): Promise<RejectionFrame | null> {
  const secret = SECRET.exec(location.hash)?.[1];
  if (secret === undefined) return null;
  const answer = await post<{ role: string }>('/api/link', { secret });
  // Out of reach: the secret stays, so that trying again is possible.
  if (answer.ok || answer.rejection.code !== 'UNAVAILABLE') history.replaceState(null, '', location.pathname);
  return answer.ok ? null : answer.rejection;
}

/** A link opened in a tab that already shows this page changes the fragment alone: start anew with it. */
export function reloadOnNewLink(): void {
  window.addEventListener('hashchange', () => {
    if (SECRET.test(location.hash)) location.reload();
  });
}
