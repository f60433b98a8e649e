import { X509Certificate } from 'node:crypto';
import { Agent, type AgentOptions } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import { isIPv6 } from 'node:net';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import type { Config } from '../config.ts';

/** Where this machine reaches its own server. */
export interface OwnAddress {
  readonly origin: string;
  /** SHA-256 of the server's certificate, as Node writes it, where it serves over TLS. */
  readonly certificate: string | null;
}

const ANY: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** The address of the server on this machine itself, whatever others reach it at. */
export function ownAddress({ host, tls }: Pick<Config, 'host' | 'tls'>, port: number): OwnAddress {
  const own = ANY[host] ?? host;
  return {
    origin: `${tls ? 'https' : 'http'}://${isIPv6(own) ? `[${own}]` : own}:${port}`,
    certificate: tls ? new X509Certificate(tls.cert).fingerprint256 : null,
  };
}

/**
 * Connections to an address of our own. The certificate is made out for the name that others use, and may be signed by
 * nobody: it is known by itself, and any other is refused.
 */
export function agentFor({ certificate }: Pick<OwnAddress, 'certificate'>, options: AgentOptions = {}): Agent {
  return certificate === null ? new Agent(options) : new OwnTlsAgent(certificate, options);
}

class OwnTlsAgent extends TlsAgent {
  constructor(
    private readonly certificate: string,
    options: AgentOptions,
  ) {
    super({ ...options, rejectUnauthorized: false });
  }

  override createConnection(options: ConnectionOptions): TLSSocket {
    const socket = connect({ ...options, rejectUnauthorized: false });
    socket.once('secureConnect', () => {
      if (socket.getPeerCertificate().fingerprint256 !== this.certificate)
        socket.destroy(new Error('this is another server than expected'));
    });
    return socket;
  }
}
