import type { RejectionFrame } from '../../server/domain/protocol.ts';

/** What came back: the body, or why not. A server out of reach is `UNAVAILABLE`. */
export type ApiResult<T> =
  | { readonly ok: true; readonly body: T }
  | { readonly ok: false; readonly rejection: RejectionFrame };

const unavailable = { ok: false, rejection: { code: 'UNAVAILABLE' } } as const;

async function request<T>(path: string, init: RequestInit): Promise<ApiResult<T>> {
  try {
    const response = await fetch(path, { credentials: 'same-origin', ...init });
    const body: unknown = response.status === 204 ? null : await response.json();
    if (response.ok) return { ok: true, body: body as T };
    const rejection = (body as { rejection?: RejectionFrame } | null)?.rejection;
    return rejection ? { ok: false, rejection } : unavailable;
  } catch {
    return unavailable;
  }
}

/** POSTs JSON to the page's own server. Never throws. */
export const post = <T>(path: string, body: unknown): Promise<ApiResult<T>> =>
  request<T>(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** GETs JSON from the page's own server, which says whether what the browser has of it still holds. Never throws. */
export const get = <T>(path: string): Promise<ApiResult<T>> => request<T>(path, { method: 'GET', cache: 'no-cache' });
