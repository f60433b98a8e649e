import { isIPv6 } from 'node:net';

/**
 * The part of an address that one subscriber has: IPv4 whole, of IPv6 the first 64 bits (a phone can take any address
 * behind them). The key of every limit by address; never logged.
 */
export function addressKey(address: string | undefined): string {
  const plain = (address ?? '').replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
  return isIPv6(plain) ? `${groups(plain).slice(0, 4).join(':')}/64` : plain;
}

/** The eight groups of an IPv6 address, `::` filled in. */
function groups(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array<string>(Math.max(0, missing)).fill('0'), ...after].map((g) =>
    Number.parseInt(g, 16).toString(16),
  );
}
