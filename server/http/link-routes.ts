import { Router } from 'express';
import QRCode from 'qrcode';
import { z } from 'zod';
import { CapabilityRole } from '../domain/actors.ts';
import { Rejection } from '../domain/rejection.ts';
import { sessionCookie } from '../identity/cookies.ts';
import type { HttpDeps } from './deps.ts';
import { sessionOf, sessionsOf } from './sessions.ts';
import { isSecure, joinUrl, linkUrl, originOf } from './urls.ts';

const RevokeRequest = z.strictObject({ role: CapabilityRole });
/** Which of a browser's meetings is meant: it may be at the desk of one and the screen of another. */
const QrQuery = z.strictObject({ code: z.string().max(40).optional() });

/** One capability link as the desk sees it; the address is there only while it holds. */
export interface LinkView {
  readonly id: string;
  readonly role: CapabilityRole;
  readonly created: number;
  readonly revoked: number | null;
  readonly url?: string;
}

/** The meeting's links, for its facilitators; and its QR, for everybody who is in it. */
export function linkRoutes(deps: HttpDeps): Router {
  const { identity } = deps;
  const routes = Router();

  routes.get('/links', async (request, response) => {
    const { meeting } = await sessionOf(identity, request, ['facilitator']);
    const current = await identity.links(meeting);
    const rows = await identity.linkRows(meeting);
    const origin = originOf(request, deps.publicUrl);
    const links = rows.map(({ id, role, created, revoked }): LinkView => {
      const secret = revoked === null ? current.find((link) => link.role === role)?.secret : undefined;
      return { id, role, created, revoked, ...(secret ? { url: linkUrl(origin, role, secret) } : {}) };
    });
    response.json({ links });
  });

  routes.post('/links/revoke', async (request, response) => {
    const { meeting } = await sessionOf(identity, request, ['facilitator']);
    const { role } = RevokeRequest.parse(request.body);
    const { secret } = await identity.revoke(meeting, role);
    if (role === 'facilitator') {
      // Whoever revokes the desk's link stays at the desk, with the new one.
      const entered = await identity.enter(secret);
      if (entered)
        response.append(
          'Set-Cookie',
          sessionCookie(role, entered.token, entered.expires, isSecure(request, deps.publicUrl)),
        );
    }
    response.json({ role, url: linkUrl(originOf(request, deps.publicUrl), role, secret) });
  });

  routes.get('/qr.svg', async (request, response) => {
    const { code } = QrQuery.parse(request.query);
    const meetings = await deps.events.meetings();
    let known = false;
    for await (const { meeting } of sessionsOf(identity, request, ['screen', 'facilitator', 'participant', 'reader'])) {
      known = true;
      const row = meetings.find((m) => m.id === meeting);
      if (!row || (code !== undefined && row.code !== code)) continue;
      const url = joinUrl(originOf(request, deps.publicUrl), row.code);
      const svg = await QRCode.toString(url, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });
      return void response.type('image/svg+xml').send(svg);
    }
    throw new Rejection(known ? 'NOT_FOUND' : 'SESSION_UNKNOWN');
  });

  return routes;
}
