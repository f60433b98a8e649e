import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Config } from './config.ts';

/** The origin of the server's own links: the one that was set, else the address and port that it listens at. */
export const originOfServer = ({ publicUrl, tls, host }: Config, port: number): string =>
  publicUrl ?? `${tls ? 'https' : 'http'}://${reachable(host)}:${port}`;

/** The address to show for a host: one of this machine's own where it listens on all. */
function reachable(host: string): string {
  if (host !== '0.0.0.0' && host !== '::') return isIPv6(host) ? `[${host}]` : host;
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find((a) => a.family === 'IPv4' && !a.internal)?.address ?? '127.0.0.1';
}

/** Whether only this machine can reach the host. */
export const isLoopback = (host: string): boolean => /^(127\.|localhost$|::1$)/.test(host);
