import { Router } from 'express';
import { z } from 'zod';
import { ActivityId } from '../domain/ids.ts';
import type { SuggestionsAnswer } from '../domain/protocol.ts';
import { Rejection } from '../domain/rejection.ts';
import { readingsOf } from '../suggest/collect.ts';
import { suggestions } from '../suggest/suggest.ts';
import type { HttpDeps } from './deps.ts';
import { sessionOf } from './sessions.ts';

/** The activities whose items are compared; none: all. One that is there once comes as a string. */
const Query = z.strictObject({ activity: z.union([ActivityId, z.array(ActivityId).max(200)]).optional() });

/** Which items say nearly the same, for the desk to group or not. */
export function suggestionRoutes({ identity, limits, rooms }: HttpDeps): Router {
  const routes = Router();
  routes.get('/suggestions', async (request, response) => {
    const { meeting, session } = await sessionOf(identity, request, ['facilitator']);
    const asked = Query.parse(request.query).activity;
    // It is as much work as an export.
    await limits.export(session);
    const room = await rooms.get(meeting);
    const readings = await room.read((state) => {
      const activities = asked === undefined ? [...state.activities.keys()] : [...new Set([asked].flat())];
      if (activities.some((id) => !state.activities.has(id))) throw new Rejection('NOT_FOUND');
      return readingsOf(state, activities);
    });
    response.json({ groups: await suggestions(readings) } satisfies SuggestionsAnswer);
  });
  return routes;
}
