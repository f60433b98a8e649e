import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express';
import type { Rejection } from '../domain/rejection.ts';
import { dirOf, type Language, languages } from '../domain/text.ts';
import { tokenOf } from '../identity/cookies.ts';
import { projectRoot, wordsFor } from '../words.ts';
import type { HttpDeps } from './deps.ts';
import { rejectionOf, statusOf } from './errors.ts';
import { languageOf } from './language.ts';
import { ClientManifest, type PageAssets } from './manifest.ts';
import { template } from './templates.ts';
import { originOf } from './urls.ts';

/** The pages by their client entry, and the addresses that each answers at. */
const surfaces = {
  delegate: ['/', '/j/:code'],
  desk: ['/desk'],
  screen: ['/screen'],
  reader: ['/minutes'],
} as const;
type PageSurface = keyof typeof surfaces;

interface Shell extends PageAssets {
  readonly lang: Language;
  readonly dir: string;
  readonly title: string;
  readonly description: string;
  readonly surface: PageSurface;
  /** The origin for join addresses, as `data-origin` on the root element. */
  readonly origin: string;
  readonly noScript: string;
}

interface Message {
  readonly lang: Language;
  readonly dir: string;
  readonly title: string;
  readonly text: string;
  readonly back: string;
  readonly styles: readonly string[];
}

/** The page shells: language, direction, title, and links to the built client. What they show comes over the wire. */
export function pageRoutes(deps: HttpDeps): Router {
  const manifest = new ClientManifest(deps.client);
  const shell = template<Shell>('page');
  const routes = Router();
  for (const [surface, paths] of Object.entries(surfaces) as [PageSurface, readonly string[]][]) {
    routes.get([...paths], (request, response) => {
      const lang = languageOf(request);
      const words = wordsFor(lang);
      // Whoever brings no session has to join first.
      const joins = surface === 'delegate' && tokenOf(request.headers.cookie, 'participant') === undefined;
      const html = shell({
        ...manifest.assets(
          `client/${surface}/main.tsx`,
          `words/${surface}/${lang}`,
          joins ? 'client/delegate/join/join.tsx' : undefined,
        ),
        lang,
        dir: dirOf(lang),
        title: words(`pages.${surface}`),
        description: words('pages.description'),
        surface,
        origin: originOf(request, deps.publicUrl),
        noScript: words('pages.noScript'),
      });
      sendPage(response, html);
    });
  }
  const favicon = join(projectRoot, 'views/favicon.svg');
  routes.get('/favicon.svg', (_request, response) => response.sendFile(favicon, { maxAge: '1d' }));
  routes.get('/robots.txt', (_request, response) => response.type('text/plain').send('User-agent: *\nDisallow: /\n'));
  return routes;
}

function sendPage(response: Response, html: string): void {
  response.vary('Cookie').vary('Accept-Language').setHeader('Cache-Control', 'private, no-cache');
  response.type('html').send(html);
}

/** The end of everything else: a page that says what happened, in the language of whoever asked. */
export function pageErrors(deps: HttpDeps): [express.RequestHandler, ErrorRequestHandler] {
  const manifest = new ClientManifest(deps.client);
  const message = template<Message>('message');
  const send = (request: Request, response: Response, code: Rejection['code']) => {
    const lang = languageOf(request);
    const words = wordsFor(lang);
    const kind = code === 'NOT_FOUND' ? 'notFound' : statusOf(code) === 503 ? 'broken' : 'refused';
    response.status(statusOf(code));
    const html = message({
      lang,
      dir: dirOf(lang),
      title: words(`pages.${kind}`),
      text: words(`pages.${kind}Text`),
      back: words('pages.back'),
      styles: stylesOf(manifest),
    });
    sendPage(response, html);
  };
  return [
    (request, response) => send(request, response, 'NOT_FOUND'),
    (error, request, response, next) => {
      const { code } = rejectionOf(error);
      if (statusOf(code) === 503) deps.log.error({ err: error }, 'page failed');
      if (response.headersSent) next(error);
      else send(request, response, code);
    },
  ];
}

/** A message is readable without its style, too. */
function stylesOf(manifest: ClientManifest): readonly string[] {
  try {
    return manifest.assets('client/delegate/main.tsx', `words/delegate/${languages[0]}`).styles;
  } catch {
    return [];
  }
}
