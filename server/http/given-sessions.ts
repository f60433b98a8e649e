import type { Request, RequestHandler, Response } from 'express';
import type { MeetingId } from '../domain/ids.ts';
import { Surface } from '../domain/protocol.ts';
import {
  beforeCookie,
  endedBeforeCookie,
  sessionCookie,
  tokenBefore,
  tokenOf,
  withToken,
} from '../identity/cookies.ts';
import type { GivenSession, Identity } from '../identity/identity.ts';
import type { HttpDeps } from './deps.ts';
import { isSecure } from './urls.ts';

type Deps = Pick<HttpDeps, 'identity' | 'rehearsals' | 'publicUrl'>;

/**
 * Hands a session to the browser that asked. One that goes into a rehearsal keeps what it was on that surface, beside
 * it: when the rehearsal is over, it is that again.
 */
export async function giveSession(
  deps: Deps,
  request: Request,
  response: Response,
  surface: Surface,
  { meeting, token, expires }: GivenSession & { readonly meeting: MeetingId },
): Promise<void> {
  const secure = isSecure(request, deps.publicUrl);
  const { cookie } = request.headers;
  response.append('Set-Cookie', sessionCookie(surface, token, expires, secure));
  if (!deps.rehearsals.has(meeting)) {
    if (tokenBefore(cookie, surface)) response.append('Set-Cookie', endedBeforeCookie(surface));
    return;
  }
  const was = tokenOf(cookie, surface);
  const held = await deps.identity.holder(was, surface);
  // From one rehearsal to another, what is kept stays.
  if (was && held && !deps.rehearsals.has(held.meeting))
    response.append('Set-Cookie', beforeCookie(surface, was, held.expires, secure));
}

/**
 * A browser whose rehearsal is over is what it was before, from this request on. So is one whose server has been started
 * anew: what it was is kept with the browser alone.
 */
export async function comeBack(deps: Deps, request: Request, response: Response): Promise<void> {
  for (const surface of Surface.options) {
    const { cookie } = request.headers;
    const before = tokenBefore(cookie, surface);
    if (!cookie || before === undefined || (await isSomebody(deps.identity, cookie, surface))) continue;
    response.append('Set-Cookie', endedBeforeCookie(surface));
    const held = await deps.identity.holder(before, surface);
    if (!held) continue;
    const secure = isSecure(request, deps.publicUrl);
    response.append('Set-Cookie', sessionCookie(surface, before, held.expires, secure));
    request.headers.cookie = withToken(cookie, surface, before);
  }
}

const isSomebody = async (identity: Identity, cookie: string, surface: Surface): Promise<boolean> =>
  (await identity.actorFor(cookie, surface)) !== null;

/** Before every page and route. */
export const comingBack =
  (deps: Deps): RequestHandler =>
  async (request, response, next) => {
    await comeBack(deps, request, response);
    next();
  };
