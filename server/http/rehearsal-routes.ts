import { type Request, type Response, Router } from 'express';
import { type RehearsalAnswer, RehearsalRequest } from '../domain/protocol.ts';
import { Rejection } from '../domain/rejection.ts';
import type { HttpDeps } from './deps.ts';
import { comeBack, giveSession } from './given-sessions.ts';
import { sessionOf } from './sessions.ts';
import { originOf } from './urls.ts';

/** Rehearsals, for the desk of a meeting or of its copy. */
export function rehearsalRoutes(deps: HttpDeps): Router {
  const { identity, rehearsals, limits } = deps;
  const desk = (request: Request) => sessionOf(identity, request, ['facilitator']);
  const answer = (request: Request, response: Response, rehearsal: ReturnType<typeof rehearsals.find>) =>
    response.json({
      rehearsal: rehearsal?.view(originOf(request, deps.publicUrl)) ?? null,
    } satisfies RehearsalAnswer);

  const routes = Router();

  routes.get('/rehearsals', async (request, response) => {
    const { meeting } = await desk(request);
    answer(request, response, rehearsals.find(meeting));
  });

  routes.post('/rehearsals', async (request, response) => {
    const { meeting, session } = await desk(request);
    const wanted = RehearsalRequest.parse(request.body);
    // It is as much work as an export.
    await limits.export(session);
    const rehearsal = await rehearsals.begin(meeting, wanted);
    const entered = await identity.enter(rehearsal.secret('facilitator'));
    if (!entered) throw new Rejection('UNAVAILABLE');
    await giveSession(deps, request, response, 'facilitator', entered);
    answer(request, response, rehearsal);
  });

  routes.post('/rehearsals/end', async (request, response) => {
    const { meeting } = await desk(request);
    const rehearsal = rehearsals.find(meeting);
    if (rehearsal) await rehearsals.end(rehearsal);
    await comeBack(deps, request, response);
    answer(request, response, rehearsal);
  });

  return routes;
}
