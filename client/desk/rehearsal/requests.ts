import type { RehearsalAnswer, RehearsalRequest, RehearsalView } from '../../../server/domain/protocol.ts';
import { type ApiResult, get, post } from '../../lib/api.ts';
import { OtherTabs } from '../../lib/other-tabs.ts';

const PATH = '/api/rehearsals';

/** The rehearsal of the meeting that this page is of, or the one that it is in; null where there is none. */
export const askForRehearsal = (): Promise<ApiResult<RehearsalAnswer>> => get<RehearsalAnswer>(PATH);

/** Makes one; this browser's desk is then in it. */
export const startRehearsal = (request: RehearsalRequest): Promise<ApiResult<RehearsalAnswer>> => post(PATH, request);

/** Ends it, from inside or outside. */
export const endRehearsal = (): Promise<ApiResult<unknown>> => post(`${PATH}/end`, {});

/** A link as this page reaches the server, whatever the name it was written with. */
export function here(link: string): string {
  const { pathname, search, hash } = new URL(link);
  return `${pathname}${search}${hash}`;
}

/** Goes into one that is there already, as with a printed link. */
export function goInto({ links }: RehearsalView): void {
  location.assign(here(links.facilitator));
  // The same page with another fragment would only jump; where this is a jump, the page listens for it and starts anew.
}

let others: OtherTabs | undefined;

/** Another tab of this browser takes its desk into a rehearsal: this one would go on with the cookie of the copy. */
export function followOtherDesks(): void {
  others ??= new OtherTabs(() => location.reload(), 'desk');
}

/** This page is another meeting's desk from now on. */
export function startAnew(): void {
  others?.tell();
  location.reload();
}
