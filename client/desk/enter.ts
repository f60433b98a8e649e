import type { RejectionFrame } from '../../server/domain/protocol.ts';
import { post } from '../lib/api.ts';

/**
 * Exchanges the secret in the page's fragment for a cookie, and takes it out of the address, so that it is not read over
 * a shoulder or kept in a bookmark. Without a secret the cookie of an earlier visit has to do.
 * @returns why the server refused, or null.
 */
export async function enterByLink(): Promise<RejectionFrame | null> {
  const secret = location.hash.slice(1);
  if (secret === '') return null;
  const answer = await post<{ role: string }>('/api/link', { secret });
  // Out of reach: the secret stays, so that trying again is possible.
  if (!answer.ok && answer.rejection.code === 'UNAVAILABLE') return answer.rejection;
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  return answer.ok ? null : answer.rejection;
}

/** A link opened in a tab that already shows this page changes the fragment alone: start anew with it. */
export function reloadOnNewLink(): void {
  window.addEventListener('hashchange', () => {
    if (location.hash.length > 1) location.reload();
  });
}
