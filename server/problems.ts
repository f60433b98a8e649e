import { ConfigError } from './config.ts';
import type { Words } from './domain/activities/activity.ts';
import { UnreadableEvent } from './domain/upcast.ts';
import { KeyError } from './identity/key.ts';
import { StoreError } from './store/store.ts';

/**
 * One line for whoever runs the server, on a problem that they can do something about; null for a fault of ours.
 * `folder` is the data folder.
 */
export function problemLine(error: unknown, words: Words, folder: string): string | null {
  if (error instanceof ConfigError) return words(error.reason, error.values);
  if (error instanceof KeyError) return words('cli.key', { folder });
  if (error instanceof StoreError) return words(`cli.store${error.code}`, { folder });
  if (error instanceof UnreadableEvent) return words('cli.unreadableLog', { folder });
  return null;
}
