import type { RejectionFrame } from '../../server/domain/protocol.ts';
import type { Language } from '../../server/domain/text.ts';
import { post } from '../lib/api.ts';

/** Where the minutes are: of an agenda item, or of the whole meeting where it is ''. */
export function minutesUrl(
  format: 'html' | 'md' | 'csv' | 'json',
  lang: Language,
  item: string,
  download = false,
): string {
  const query = new URLSearchParams({ format, lang });
  if (item !== '') query.set('item', item);
  if (download) query.set('download', '1');
  return `/api/minutes?${query}`;
}

export type Fetched =
  | { readonly ok: true; readonly body: HTMLElement }
  | { readonly ok: false; readonly rejection: RejectionFrame };

const unavailable: Fetched = { ok: false, rejection: { code: 'UNAVAILABLE' } };

/** The minutes as the server renders them for reading: one renderer for page and file alike. Never throws. */
export async function fetchMinutes(lang: Language, item: string): Promise<Fetched> {
  try {
    const response = await fetch(minutesUrl('html', lang, item), { credentials: 'same-origin', cache: 'no-store' });
    if (!response.ok) {
      const { rejection } = (await response.json()) as { rejection?: RejectionFrame };
      return rejection ? { ok: false, rejection } : unavailable;
    }
    // The file brings its own style, which this page has already and its policy would refuse.
    const html = (await response.text()).replace(/<style>[\s\S]*?<\/style>/, '');
    const page = new DOMParser().parseFromString(html, 'text/html');
    const body = page.querySelector<HTMLElement>('main.minutes');
    return body ? { ok: true, body: document.adoptNode(body) } : unavailable;
  } catch {
    return unavailable;
  }
}

/** What one can choose: the sections of the whole meeting's minutes. */
export const scopesOf = (body: HTMLElement): { readonly id: string; readonly title: string }[] =>
  [...body.querySelectorAll<HTMLElement>('section[data-item]')].map(({ dataset }) => ({
    id: dataset.item ?? '',
    title: dataset.title ?? '',
  }));

// Shorter fragments are references: #C12 leads to a contribution.
const SECRET = /^#([\w-]{20,200})$/;

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
