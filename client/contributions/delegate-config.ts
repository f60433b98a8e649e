import type { DiscussionConfig } from '../../server/domain/activities/discussion/schema.ts';
import type { ActivityView } from '../../server/domain/view.ts';

/** A discussion's configuration out of its view. */
export const configOf = (activity: ActivityView): DiscussionConfig => activity.config as unknown as DiscussionConfig;
