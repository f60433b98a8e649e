import { type Response, Router } from 'express';
import { z } from 'zod';
import { minutesAsked, misfit } from '../minutes/asked.ts';
import type { HttpDeps } from './deps.ts';
import { sessionOf } from './sessions.ts';

const readers = ['reader', 'facilitator'] as const;

const MinutesQuery = z
  .strictObject({
    ...minutesAsked,
    format: minutesAsked.format.default('html'),
    download: z.literal('1').optional(),
    /** Which of a browser's sessions asks: it may read the minutes of one meeting and be at the desk of another. */
    surface: z.enum(readers).optional(),
  })
  .refine((query) => misfit(query) === null);

/** The minutes in every format, for readers and facilitators: made beside the server, of the log as it stands. */
export function minutesRoutes(deps: HttpDeps): Router {
  const routes = Router();
  routes.get('/minutes', async (request, response) => {
    const named = readers.filter((reader) => reader === request.query.surface);
    const { meeting, session } = await sessionOf(deps.identity, request, named.length > 0 ? named : readers);
    const { download, surface: _, ...asked } = MinutesQuery.parse(request.query);
    await deps.limits.export(session);
    const { body, mime, filename, policy } = await deps.exportMinutes({ meeting, ...asked, signal: left(response) });
    if (download) response.attachment(filename);
    // attachment() guesses a type from the name; ours stands.
    response.setHeader('Content-Type', mime);
    response.setHeader('Content-Length', body.byteLength);
    if (policy) response.setHeader('Content-Security-Policy', policy);
    // Not send(), which would hash it: nobody keeps it to ask whether it is still the same.
    response.end(body);
  });
  return routes;
}

/** Aborted where whoever asked has gone before the answer. */
function left(response: Response): AbortSignal {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableEnded) gone.abort();
  });
  return gone.signal;
}
