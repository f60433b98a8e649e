import type { MinutesAbout } from '../../server/domain/minutes-about.ts';
import type { RejectionFrame } from '../../server/domain/protocol.ts';
import type { Language } from '../../server/domain/text.ts';

/** What the minutes can be had as, in the order in which people ask for it. */
export const formats = ['pdf', 'docx', 'xlsx', 'html', 'md', 'csv', 'json'] as const;
export type Format = (typeof formats)[number];

/** Those that can show two languages side by side. */
export const besideFormats: readonly Format[] = ['pdf', 'docx'];

/** What the minutes are about, as it stands in their address: all of the meeting, a day, or an agenda item. */
export type Scope = '' | `day=${string}` | `item=${string}`;

/** Whose session asks: a browser may read the minutes of one meeting and be at the desk of another. */
export type MinutesSurface = 'reader' | 'facilitator';

export interface MinutesRequest {
  readonly surface: MinutesSurface;
  readonly format: Format;
  readonly lang: Language;
  readonly scope: Scope;
  readonly beside?: Language | null;
  /** To be kept as a file. */
  readonly download?: boolean;
}

/** Where the server has the minutes. */
export function minutesUrl({ surface, format, lang, scope, beside, download }: MinutesRequest): string {
  const query = new URLSearchParams({ surface, format, lang });
  for (const [name, value] of new URLSearchParams(scope)) query.set(name, value);
  if (beside && besideFormats.includes(format)) query.set('beside', beside);
  if (download) query.set('download', '1');
  return `/api/minutes?${query}`;
}

type Refused = { readonly ok: false; readonly rejection: RejectionFrame };
const unavailable: Refused = { ok: false, rejection: { code: 'UNAVAILABLE' } };

/** Asks the server; what it refuses comes back as its reason, and so does a server out of reach. */
async function ask(request: MinutesRequest): Promise<{ readonly ok: true; readonly response: Response } | Refused> {
  try {
    const response = await fetch(minutesUrl(request), { credentials: 'same-origin', cache: 'no-store' });
    if (response.ok) return { ok: true, response };
    const { rejection } = (await response.json()) as { rejection?: RejectionFrame };
    return rejection ? { ok: false, rejection } : unavailable;
  } catch {
    return unavailable;
  }
}

export type Fetched = { readonly ok: true; readonly body: HTMLElement; readonly about: MinutesAbout } | Refused;

/** The minutes as the server renders them for reading: one renderer for page and file alike. Never throws. */
export async function fetchMinutes(surface: MinutesSurface, lang: Language, scope: Scope): Promise<Fetched> {
  const answer = await ask({ surface, format: 'html', lang, scope });
  if (!answer.ok) return answer;
  try {
    // The file brings its own style, which this page has already and its policy would refuse.
    const html = (await answer.response.text()).replace(/<style>[\s\S]*?<\/style>/, '');
    const body = new DOMParser().parseFromString(html, 'text/html').querySelector<HTMLElement>('main.minutes');
    if (!body) return unavailable;
    const about = JSON.parse(body.dataset.about ?? '') as MinutesAbout;
    return { ok: true, body: surface === 'reader' ? document.adoptNode(body) : within(body), about };
  } catch {
    return unavailable;
  }
}

/** The minutes as a part of a page that is about more. */
function within(body: HTMLElement): HTMLElement {
  const article = document.createElement('article');
  article.className = body.className;
  article.lang = body.lang;
  article.dir = body.dir;
  article.append(...body.childNodes);
  return article;
}

export type FetchedFile = { readonly ok: true; readonly blob: Blob; readonly name: string } | Refused;

/** The minutes as a file, with the name that the server gives it. Never throws. */
export async function fetchFile(request: MinutesRequest): Promise<FetchedFile> {
  const answer = await ask({ ...request, download: true });
  if (!answer.ok) return answer;
  try {
    const named = /filename="?([^";]+)"?/.exec(answer.response.headers.get('content-disposition') ?? '')?.[1];
    return { ok: true, blob: await answer.response.blob(), name: named ?? `minutes.${request.format}` };
  } catch {
    return unavailable;
  }
}
