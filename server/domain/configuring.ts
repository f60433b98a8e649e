import type { CoreCommand } from './commands.ts';
import type { CoreEvent } from './events.ts';
import { Rejection } from './rejection.ts';
import { type ActivityInstance, kindOf } from './state.ts';

type Change = Extract<CoreEvent, { type: 'core.ActivityConfigured' }>['data'];

/**
 * What a change of settings changes, and the change that puts it back; null where nothing differs (rules MTG25, MTG26).
 * @throws Rejection MALFORMED for an unknown setting, SETTING_FIXED
 */
export function changeOf(
  a: ActivityInstance,
  data: Extract<CoreCommand, { type: 'core.Configure' }>['data'],
): { readonly made: Change; readonly back: Change } | null {
  const kind = kindOf(a);
  const parsed = kind.settings.safeParse(data.settings ?? {});
  if (!parsed.success) throw new Rejection('MALFORMED');
  const now = kind.configOf(a.slice) as Record<string, string | number | boolean>;
  const wanted = Object.entries(parsed.data) as [string, string | number | boolean | undefined][];
  const names = wanted.flatMap(([name, value]) => (value !== undefined && value !== now[name] ? [name] : []));
  if (a.openedAt !== null && names.some((name) => kind.fixedOnceOpened.includes(name)))
    throw new Rejection('SETTING_FIXED');
  const made: Change = { activity: a.id };
  const back: Change = { activity: a.id };
  if (data.minutes !== undefined && data.minutes !== a.minutes) {
    made.minutes = data.minutes;
    back.minutes = a.minutes;
  }
  if (data.graceSeconds !== undefined && data.graceSeconds !== a.graceSeconds) {
    made.graceSeconds = data.graceSeconds;
    back.graceSeconds = a.graceSeconds;
  }
  if (names.length > 0) {
    const of = (values: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(names.map((name) => [name, values[name] as string | number | boolean]));
    made.settings = of(parsed.data);
    back.settings = of(now);
  }
  return Object.keys(made).length > 1 ? { made, back } : null;
}
