import { z } from 'zod';
import { readConfig } from '../config.ts';
import type { CapabilityRole } from '../domain/actors.ts';
import { linkUrl } from '../http/urls.ts';
import { Identity } from '../identity/identity.ts';
import { readKey } from '../identity/key.ts';
import { Secrets } from '../identity/secrets.ts';
import { originOfServer } from '../origin.ts';
import { openStoresBeside } from '../store/sqlite.ts';
import { meetingWith } from './meeting.ts';
import { type Command, parseArguments } from './usage.ts';

/** The roles by the names that people see beside their links. */
const roles = { facilitator: 'facilitator', screen: 'screen', minutes: 'reader' } as const;
const names: readonly (readonly [keyof typeof roles, CapabilityRole])[] = [
  ['facilitator', 'facilitator'],
  ['screen', 'screen'],
  ['minutes', 'reader'],
];

const Arguments = z.object({
  revoke: z.enum(['facilitator', 'screen', 'minutes']).optional(),
  args: z.tuple([z.string()]),
});

/** `links CODE [--revoke ROLE]`: a meeting's links; revoking ends one, at once also in a running server. */
export const links: Command = async (args, { env, words, out }) => {
  const {
    revoke,
    args: [code],
  } = parseArguments(args, { revoke: { type: 'string' } }, Arguments);
  const config = readConfig(env);
  const stores = openStoresBeside(config.data, 'write');
  try {
    const row = await meetingWith(code, stores.events);
    const identity = new Identity(stores.identity, new Secrets(readKey(config.data)));
    if (revoke) await identity.revoke(row.id, roles[revoke], { endSessions: false });
    const current = await identity.links(row.id);
    for (const [name, role] of names) {
      const secret = current.find((link) => link.role === role)?.secret ?? '';
      out(`${words(`cli.${name}`, { url: linkUrl(originOfServer(config, config.port), role, secret) })}\n`);
    }
    return 0;
  } finally {
    await stores.close();
  }
};
