import type { RehearsalView } from '../../../server/domain/protocol.ts';

/** How far a rehearsal is: its people are here for so many milliseconds more, are going, or have gone. */
export type Standing =
  | { readonly at: 'here'; readonly left: number }
  | { readonly at: 'leaving' }
  | { readonly at: 'left' };

/** @param now the server's clock, in milliseconds since 1970. */
export function standingOf(
  { running, delegatesUntil }: Pick<RehearsalView, 'running' | 'delegatesUntil'>,
  now: number,
): Standing {
  if (!running) return { at: 'left' };
  const left = delegatesUntil - now;
  return left > 0 ? { at: 'here', left } : { at: 'leaving' };
}
