/**
 * Why a command, a frame or a request was refused. The client words each code in the user's language
 * (`data/locales/<language>/rejections.json`); a test fails where one has no words.
 */
export const rejectionCodes = [
  // what arrived
  'MALFORMED',
  'TOO_LARGE',
  'UNKNOWN_COMMAND',
  'CLIENT_TOO_OLD',
  'RATE_LIMITED',
  // who asks
  'NOT_ALLOWED',
  'SESSION_UNKNOWN',
  'LINK_UNKNOWN',
  'CODE_UNKNOWN',
  'PERSONAL_CODE_UNKNOWN',
  'NAME_MISSING',
  'NAME_TOO_LONG',
  'ORGANISATION_MISSING',
  // where the meeting stands
  'NOT_FOUND',
  'ACTIVITY_NOT_OPEN',
  'ACTIVITY_PAUSED',
  'ACTIVITY_CLOSED',
  'ACTIVITY_ALREADY_OPEN',
  'SETTING_FIXED',
  'TIMER_NOT_RUNNING',
  'ITEM_STARTED',
  'ITEM_PLANNED',
  'DAY_TOO_LONG',
  'NOT_IN_QUEUE',
  'NOBODY_SPEAKS',
  'TOO_MANY_POINTS',
  'HAS_A_PHONE',
  'LINK_WRONG',
  'REHEARSAL_RUNNING',
  'TOO_MANY_REHEARSALS',
  // texts and items
  'TEXT_EMPTY',
  'TEXT_TOO_LONG',
  'REASON_MISSING',
  'ITEM_WITHDRAWN',
  'ITEM_REMOVED',
  'ITEM_HIDDEN',
  'ITEM_MERGED',
  'ITEM_NOT_PUBLISHED',
  'ITEM_CHANGED',
  'NOT_YOURS',
  'OWN_ITEM',
  'REPLIES_OFF',
  'REPLY_TO_REPLY',
  'ENDORSEMENTS_OFF',
  'MERGE_IMPOSSIBLE',
  'CONTESTS_OFF',
  'ALREADY_CONTESTED',
  'FROM_DOCUMENT',
  'TOO_MANY_DOTS',
  'OPTION_WITHDRAWN',
  'NOTHING_TO_REVEAL',
  'UNCHANGED',
  // undo
  'NOTHING_TO_UNDO',
  'UNDO_OUTDATED',
  // the machine
  'NOT_SAVED',
  'UNAVAILABLE',
  'EXPORT_BUSY',
  'EXPORT_FAILED',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

export class Rejection extends Error {
  override readonly name = 'Rejection';
  constructor(
    readonly code: RejectionCode,
    /** Values for the words: numbers and ids only, never a person's text. */
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}
