import { join } from 'node:path';
import express, { type Express, Router } from 'express';
import { MAX_FRAME } from '../domain/protocol.ts';
import { Rejection } from '../domain/rejection.ts';
import { assets } from './assets.ts';
import type { HttpDeps } from './deps.ts';
import { documentRoutes } from './document-routes.ts';
import { apiErrors } from './errors.ts';
import { comingBack } from './given-sessions.ts';
import { joinRoutes } from './join-routes.ts';
import { limitsOf } from './limits-of.ts';
import { linkRoutes } from './link-routes.ts';
import { accessLog } from './log.ts';
import { minutesRoutes } from './minutes-routes.ts';
import { pageErrors, pageRoutes } from './pages.ts';
import { rehearsalRoutes } from './rehearsal-routes.ts';
import { ownPagesOnly, securityHeaders } from './security.ts';
import { suggestionRoutes } from './suggestion-routes.ts';

/** Everything over HTTP but the live wire. */
export function createApp(deps: HttpDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  // A proxy on this machine says whom it asks for; anybody else's word for that is not taken.
  app.set('trust proxy', 'loopback');
  app.set('query parser', 'simple');
  app.use(accessLog(deps.log));
  // Before the pages' policy, which says nothing to a script or a font and weighs more than some of them.
  app.use('/assets', ...assets(join(deps.client, 'assets')));
  app.use(securityHeaders());
  app.get('/healthz', async (_request, response) => {
    await deps.events.meetings();
    response.setHeader('Cache-Control', 'no-store');
    response.json({ ok: true });
  });
  app.use('/api', api(deps));
  app.use(comingBack(deps), pageRoutes(deps));
  app.use(...pageErrors(deps));
  return app;
}

function api(deps: HttpDeps): Router {
  const routes = Router();
  routes.use(async (request, response, next) => {
    response.setHeader('Cache-Control', 'no-store');
    await limitsOf(deps, request).request(request.ip);
    next();
  });
  routes.use(comingBack(deps));
  routes.post('/{*any}', ownPagesOnly(deps.publicUrl), express.json({ limit: MAX_FRAME, strict: true }));
  routes.use(joinRoutes(deps), linkRoutes(deps), minutesRoutes(deps), documentRoutes(deps), suggestionRoutes(deps));
  routes.use(rehearsalRoutes(deps));
  routes.use(() => {
    throw new Rejection('NOT_FOUND');
  });
  routes.use(apiErrors(deps.log));
  return routes;
}
