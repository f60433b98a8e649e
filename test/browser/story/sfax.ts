import type { BallotConfig } from '../../../server/domain/activities/ballot/schema.ts';
import type { BriefingConfig } from '../../../server/domain/activities/briefing/schema.ts';
import type { MatrixConfig } from '../../../server/domain/activities/matrix/schema.ts';
import type { Localized } from '../../../server/domain/text.ts';
import { firstMeeting } from '../desk-items.ts';

const file = firstMeeting();
const config = <T>(activity: string): T => file.activities.find(({ id }) => (id as string) === activity)!.config as T;
const itemOf = (activity: string) =>
  file.agenda.find(({ activities }) => (activities as readonly string[]).includes(activity))!;

/** An item of the meeting's agenda. */
export const item = (id: string) => file.agenda.find((one) => (one.id as string) === id)!;
export const titleOf = (id: string): Localized => item(id).title;

export const prompt = (question: number): Localized => config<{ prompt: Localized }>(`q${question}`).prompt;
/** What the item of a question is called at the desk. */
export const title = (question: number): string => itemOf(`q${question}`).title.fr;

/** What is read in the scene of the first day; it has practices. */
export const reading = config<BriefingConfig>('briefing-mechanisms');
export const readingId = 'briefing-mechanisms';
export const matrix = config<MatrixConfig>('matrix');
export const ballot = config<BallotConfig>('challenges-ballot');
export const cityOf = (id: string): Localized => file.cities.find((city) => (city.id as string) === id)!.name;
