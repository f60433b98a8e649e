import type { Request } from 'express';
import type { Surface } from '../domain/protocol.ts';
import { Rejection } from '../domain/rejection.ts';
import type { Identity, KnownActor } from '../identity/identity.ts';

/** The session of the first of these surfaces that the request has one of. @throws Rejection SESSION_UNKNOWN */
export async function sessionOf(
  identity: Identity,
  request: Request,
  surfaces: readonly Surface[],
): Promise<KnownActor & { readonly surface: Surface }> {
  for (const surface of surfaces) {
    const known = await identity.actorFor(request.headers.cookie, surface);
    if (known) return { ...known, surface };
  }
  throw new Rejection('SESSION_UNKNOWN');
}
