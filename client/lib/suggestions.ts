import type { Suggestion, SuggestionsAnswer } from '../../server/domain/protocol.ts';
import { type ApiResult, get } from './api.ts';

/** Groups of items that say nearly the same, of these activities or, without any, of all; the closest first. Never throws. */
export async function fetchSuggestions(activities: readonly string[] = []): Promise<ApiResult<readonly Suggestion[]>> {
  const query = activities.map((id) => `activity=${encodeURIComponent(id)}`).join('&');
  const answer = await get<SuggestionsAnswer>(`/api/suggestions${query && `?${query}`}`);
  return answer.ok ? { ok: true, body: answer.body.groups } : answer;
}

/** Names a group by what is in it, in whatever order or language: what was dismissed once stays so until it grows. */
export const suggestionKey = ({ items }: Suggestion): string => [...items].sort().join(' ');
