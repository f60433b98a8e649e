import { parse, serialize } from 'cookie';
import type { Surface } from '../domain/protocol.ts';

/** One cookie a surface, so that a laptop can be the desk and the screen at once. */
export const cookieName = (surface: Surface): string => `halqa_${surface}`;

/** The token of a surface in a request's Cookie header. */
export const tokenOf = (header: string | undefined, surface: Surface): string | undefined =>
  header === undefined ? undefined : parse(header)[cookieName(surface)];

/** The Set-Cookie header of a session. `expires` in milliseconds since 1970; `secure` where the page came over TLS. */
export const sessionCookie = (surface: Surface, token: string, expires: number, secure: boolean): string =>
  serialize(cookieName(surface), token, {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/',
    expires: new Date(expires),
  });

/** The Set-Cookie header that takes a session's cookie away. */
export const endedCookie = (surface: Surface): string =>
  serialize(cookieName(surface), '', { httpOnly: true, sameSite: 'strict', path: '/', expires: new Date(0) });

/* Beside the cookie of a surface in a rehearsal: what the browser was before it went in, to be that again. */

const beforeName = (surface: Surface): string => `halqa_before_${surface}`;

/** The token that a browser had of a surface before it went into a rehearsal. */
export const tokenBefore = (header: string | undefined, surface: Surface): string | undefined =>
  header?.includes(beforeName(surface)) ? parse(header)[beforeName(surface)] : undefined;

/** The Set-Cookie header that keeps it. */
export const beforeCookie = (surface: Surface, token: string, expires: number, secure: boolean): string =>
  serialize(beforeName(surface), token, {
    httpOnly: true,
    sameSite: 'strict',
    secure,
    path: '/',
    expires: new Date(expires),
  });

/** The Set-Cookie header that takes it away. */
export const endedBeforeCookie = (surface: Surface): string =>
  serialize(beforeName(surface), '', {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    expires: new Date(0),
    maxAge: 0,
  });

/** A Cookie header with a surface's token in it, and nothing kept beside it. */
export function withToken(header: string, surface: Surface, token: string): string {
  const { [beforeName(surface)]: _before, ...cookies } = parse(header);
  return Object.entries({ ...cookies, [cookieName(surface)]: token })
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('; ');
}
