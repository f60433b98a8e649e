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
