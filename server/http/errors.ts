import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { z } from 'zod';
import { Rejection, type RejectionCode } from '../domain/rejection.ts';
import { StoreError } from '../store/store.ts';

const statuses: Partial<Record<RejectionCode, number>> = {
  MALFORMED: 400,
  UNKNOWN_COMMAND: 400,
  SESSION_UNKNOWN: 401,
  NOT_ALLOWED: 403,
  LINK_UNKNOWN: 404,
  CODE_UNKNOWN: 404,
  PERSONAL_CODE_UNKNOWN: 404,
  NOT_FOUND: 404,
  TOO_LARGE: 413,
  CLIENT_TOO_OLD: 426,
  RATE_LIMITED: 429,
  EXPORT_BUSY: 429,
  // The reason has been logged where it was met.
  EXPORT_FAILED: 500,
  NOT_SAVED: 503,
  UNAVAILABLE: 503,
};

/** The HTTP status of a refusal; 422 for what was understood and cannot be done. */
export const statusOf = (code: RejectionCode): number => statuses[code] ?? 422;

/** Answers {rejection: {code, values?}}. */
export function sendRejection(response: Response, code: RejectionCode, values: Rejection['values'] = {}): void {
  if (code === 'RATE_LIMITED' && typeof values.seconds === 'number')
    response.setHeader('Retry-After', String(values.seconds));
  const rejection = { code, ...(Object.keys(values).length > 0 ? { values } : {}) };
  response.status(statusOf(code)).json({ rejection });
}

/** What a failure is to the one who asked: their fault, with its code, or ours. */
export function rejectionOf(error: unknown): Rejection {
  if (error instanceof Rejection) return error;
  if (error instanceof z.ZodError) return new Rejection('MALFORMED');
  if (error instanceof StoreError) return new Rejection('NOT_SAVED');
  // Express's own: a body that does not parse, is too large, an address that does not decode.
  const status = (error as { status?: unknown }).status;
  if (status === 413) return new Rejection('TOO_LARGE');
  if (typeof status === 'number' && status >= 400 && status < 500) return new Rejection('MALFORMED');
  return new Rejection('UNAVAILABLE');
}

/** The end of the JSON routes. What is our fault is logged, without the request's content. */
export const apiErrors =
  (log: Logger): ErrorRequestHandler =>
  (error, request, response, next) => {
    const rejection = rejectionOf(error);
    if (statusOf(rejection.code) === 503) log.error({ err: error, route: request.path }, 'request failed');
    if (response.headersSent) next(error);
    else sendRejection(response, rejection.code, rejection.values);
  };
