import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { type RequestHandler } from 'express';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
};
const encodings = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * `/assets`: names that change with their content, kept by browsers for good; compressed when they were built, the
 * smallest form that the browser takes.
 */
export function assets(folder: string): RequestHandler[] {
  const compressed: RequestHandler = (request, response, next) => {
    const type = types[extname(request.path)];
    // A name, never a path: what stands in this folder is flat.
    if (!type || !/^\/[A-Za-z0-9_.-]+$/.test(request.path)) return next();
    response.vary('Accept-Encoding');
    const accepted = request.acceptsEncodings();
    const found = encodings.find(
      ([encoding, suffix]) => accepted.includes(encoding) && existsSync(join(folder, `${request.path}${suffix}`)),
    );
    if (!found) return next();
    request.url = request.url.replace(request.path, `${request.path}${found[1]}`);
    response.setHeader('Content-Encoding', found[0]);
    response.setHeader('Content-Type', type);
    next();
  };
  const files = express.static(folder, {
    immutable: true,
    maxAge: '365d',
    index: false,
    redirect: false,
    dotfiles: 'deny',
    setHeaders: (response) => {
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    },
  });
  return [compressed, files];
}
