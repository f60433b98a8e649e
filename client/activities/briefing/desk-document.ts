import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { BriefingDocument } from '../../../server/domain/activities/briefing/state.ts';
import type { ActivityId } from '../../../server/domain/ids.ts';
import type { RejectionFrame } from '../../../server/domain/protocol.ts';
import { fetchDocument } from '../../lib/documents.ts';
import { lang } from '../../lib/words.ts';

/** Texts that were fetched stay: they do not change while the meeting runs. */
const fetched = new Map<string, BriefingDocument>();

export interface Fetched {
  /** Undefined while it is fetched, and where it could not be. */
  readonly document: BriefingDocument | undefined;
  readonly failure: RejectionFrame | null;
  again(): void;
}

/** A briefing's text in the language of the page. */
export function useDocument(activity: ActivityId): Fetched {
  const language = lang.value;
  const path = `${activity}/${language}`;
  const state = useSignal<{ path: string; failure: RejectionFrame | null }>({ path, failure: null });
  const load = async () => {
    if (fetched.has(path)) return;
    const answer = await fetchDocument<BriefingDocument>('facilitator', activity, language);
    if (answer.ok) fetched.set(path, answer.body);
    // Told even where it has come: the page draws it then.
    state.value = { path, failure: answer.ok ? null : answer.rejection };
  };
  useEffect(() => void load(), [path]);
  const { failure } = state.value.path === path ? state.value : { failure: null };
  return {
    document: fetched.get(path),
    failure,
    again: () => {
      state.value = { path, failure: null };
      void load();
    },
  };
}
