import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { Rejection } from '../domain/rejection.ts';

/** Older Safari does not count a WebSocket to the page's own host as 'self'. */
function ownSockets(request: IncomingMessage): string {
  const host = request.headers.host ?? '';
  return /^[A-Za-z0-9.[\]:-]{1,255}$/.test(host) ? `ws://${host} wss://${host}` : "'self'";
}

/**
 * Headers of every answer. Phones join on plain http://192.168…, so nothing here turns a page to HTTPS by itself; who
 * serves over TLS gets HSTS from the proxy or not at all.
 */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'"],
        manifestSrc: ["'self'"],
        // The desk shows the screen, the minutes' page shows the minutes.
        frameSrc: ["'self'"],
        frameAncestors: ["'self'"],
        connectSrc: ["'self'", (request) => ownSockets(request)],
        formAction: ["'self'"],
        baseUri: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'sameorigin' },
    // Both are ignored, with a warning in every console, where the origin is not secure.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
}

/**
 * Whether a request comes from a page of this server, or from no page at all. Browsers say where a POST or a WebSocket
 * comes from; programs that say nothing carry nobody's cookies but their own.
 */
export function fromOwnPage(request: IncomingMessage, publicUrl: string | null): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  if (publicUrl !== null && origin === publicUrl) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** Refuses what another site's page sends. */
export const ownPagesOnly =
  (publicUrl: string | null): RequestHandler =>
  (request, _response, next) => {
    next(fromOwnPage(request, publicUrl) ? undefined : new Rejection('NOT_ALLOWED'));
  };
