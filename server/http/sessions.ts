import type { Request } from 'express';
import type { Surface } from '../domain/protocol.ts';
import { Rejection } from '../domain/rejection.ts';
import type { Identity, KnownActor } from '../identity/identity.ts';

export type KnownSession = KnownActor & { readonly surface: Surface };

/** The session of the first of these surfaces that the request has one of. @throws Rejection SESSION_UNKNOWN */
export async function sessionOf(
  identity: Identity,
  request: Request,
  surfaces: readonly Surface[],
): Promise<KnownSession> {
  for await (const known of sessionsOf(identity, request, surfaces)) return known;
  throw new Rejection('SESSION_UNKNOWN');
}

/** All sessions that the request has of these surfaces, in their order: one browser may be several people. */
export async function* sessionsOf(
  identity: Identity,
  request: Request,
  surfaces: readonly Surface[],
): AsyncIterable<KnownSession> {
  for (const surface of surfaces) {
    const known = await identity.actorFor(request.headers.cookie, surface);
    if (known) yield { ...known, surface };
  }
}
