import type { Request } from 'express';
import type { CapabilityRole } from '../domain/actors.ts';

/** Where each capability's page is. */
export const pageOf: Readonly<Record<CapabilityRole, string>> = {
  facilitator: '/desk',
  screen: '/screen',
  reader: '/minutes',
};

/** The origin that others reach us at: the one that was set, else the one that this request came to. */
export const originOf = (request: Request, publicUrl: string | null): string =>
  publicUrl ?? `${request.protocol}://${request.get('host') ?? 'localhost'}`;

/** A link with its secret in the fragment, which browsers send to nobody. */
export const linkUrl = (origin: string, role: CapabilityRole, secret: string): string =>
  `${origin}${pageOf[role]}#${secret}`;

export const joinUrl = (origin: string, code: string): string => `${origin}/j/${code}`;

/** Whether a cookie may be kept to TLS: the page came over it, or phones reach us over it through a proxy. */
export const isSecure = (request: Request, publicUrl: string | null): boolean =>
  request.secure || (publicUrl?.startsWith('https:') ?? false);
