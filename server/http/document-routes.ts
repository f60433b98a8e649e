import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Router } from 'express';
import { z } from 'zod';
import { ActivityId } from '../domain/ids.ts';
import { Rejection } from '../domain/rejection.ts';
import { kindOf, type MeetingState } from '../domain/state.ts';
import { Language } from '../domain/text.ts';
import type { HttpDeps } from './deps.ts';
import { sessionsOf } from './sessions.ts';

const readers = ['participant', 'facilitator', 'screen'] as const;
const Params = z.strictObject({ activity: ActivityId, lang: Language });
/** Which of a browser's sessions asks; without it, the first whose meeting has such a document. */
const Query = z.strictObject({ surface: z.enum(readers).optional() });

const compressed = promisify(gzip);

/** Long texts of an activity in one language, for whoever is in the meeting. They change with the meeting file alone. */
export function documentRoutes({ identity, rooms }: HttpDeps): Router {
  const routes = Router();
  routes.get('/documents/:activity/:lang', async (request, response) => {
    const { activity, lang } = Params.parse(request.params);
    const { surface } = Query.parse(request.query);
    let known = false;
    for await (const { meeting } of sessionsOf(identity, request, surface ? [surface] : readers)) {
      known = true;
      const room = await rooms.get(meeting);
      const body = await room.read((state) => documentIn(state, activity, lang));
      if (body === undefined) continue;
      response.setHeader('ETag', `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`);
      // Kept by the browser, and asked about each time.
      response.setHeader('Cache-Control', 'private, no-cache');
      response.vary('Accept-Encoding').vary('Cookie');
      response.type('json');
      if (request.fresh) return void response.status(304).end();
      if (!request.acceptsEncodings('gzip')) return void response.send(body);
      response.setHeader('Content-Encoding', 'gzip');
      return void response.send(await compressed(body));
    }
    throw new Rejection(known ? 'NOT_FOUND' : 'SESSION_UNKNOWN');
  });
  return routes;
}

/** As JSON: nothing of the state leaves the room. Undefined where there is no such activity, or it has no long texts. */
function documentIn(state: MeetingState, id: ActivityId, lang: Language): string | undefined {
  const instance = state.activities.get(id);
  const document = instance && kindOf(instance).reading?.(instance.slice, lang);
  return document === undefined ? undefined : JSON.stringify(document);
}
