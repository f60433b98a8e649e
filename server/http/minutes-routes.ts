import { createHash } from 'node:crypto';
import { Router } from 'express';
import { z } from 'zod';
import { AgendaItemId } from '../domain/ids.ts';
import { Rejection } from '../domain/rejection.ts';
import { Language } from '../domain/text.ts';
import type { HttpDeps } from './deps.ts';
import { sessionOf } from './sessions.ts';

const MinutesQuery = z.strictObject({
  format: z.enum(['html', 'md', 'csv', 'json']).default('html'),
  lang: Language,
  item: AgendaItemId.optional(),
  download: z.literal('1').optional(),
});

/** The minutes in every format, for readers and facilitators: composed of the log as it stands. */
export function minutesRoutes(deps: HttpDeps): Router {
  const routes = Router();
  routes.get('/minutes', async (request, response) => {
    const { meeting, session } = await sessionOf(deps.identity, request, ['reader', 'facilitator']);
    const { format, lang, item, download } = MinutesQuery.parse(request.query);
    await deps.limits.export(session);
    const room = await deps.rooms.get(meeting);
    const { body, mime, filename } = await room.read((state) => {
      if (item && !state.file?.agenda.some((entry) => entry.id === item)) throw new Rejection('NOT_FOUND');
      return deps.exportMinutes(state, { format, lang, head: room.head(), ...(item ? { item } : {}) });
    });
    response.setHeader('Content-Type', mime);
    if (download) response.attachment(filename);
    // attachment() guesses a type from the name; ours stands.
    response.setHeader('Content-Type', mime);
    if (format === 'html') response.setHeader('Content-Security-Policy', documentPolicy(body));
    response.send(Buffer.from(body, 'utf8'));
  });
  return routes;
}

/** The minutes are one file with their style inside: that style, by its hash, and nothing else is let run. */
export function documentPolicy(html: string): string {
  const styles = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css, 'utf8').digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    `style-src ${styles.length > 0 ? styles.join(' ') : "'none'"}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
