import type { ContributionView } from '../domain/contributions/view.ts';
import type { ActivityId } from '../domain/ids.ts';
import { type ActivityInstance, coreReader, kindOf, type MeetingState } from '../domain/state.ts';
import { type Language, languages, type TextLanguage } from '../domain/text.ts';
import type { Reading } from './suggest.ts';

/**
 * What the desk sees of the items of these activities that are shown to the room, in every language that it stands in
 * (a translation of an earlier wording no longer counts). Only strings: nothing of the state is held on to.
 */
export function readingsOf(state: MeetingState, activities: readonly ActivityId[]): Reading[] {
  return activities.flatMap((id) => {
    const instance = state.activities.get(id);
    return instance ? [...readingsIn(state, instance)] : [];
  });
}

function* readingsIn(state: MeetingState, instance: ActivityInstance): Iterable<Reading> {
  const kind = kindOf(instance);
  const core = coreReader(state, instance);
  for (const { id, ref, text, lang, status } of kind.items(instance.slice, 'desk', core)) {
    if (status !== 'shown') continue;
    const [key] = kind.keysOfItem(instance.slice, id);
    // A kind whose items are no contributions says neither what they reply to nor how they were translated.
    const view: Partial<ContributionView> = (key && (kind.show(instance.slice, key, 'desk', core) as object)) || {};
    const own = languageOf(lang);
    const item = { id, ref, parent: view.parent ?? null, theme: state.parts.themes.of.get(id) ?? null };
    if (own) yield { ...item, text, lang: own, translated: false };
    for (const [to, translation] of Object.entries(view.translations ?? {})) {
      const language = languageOf(to);
      if (language && language !== own && !translation.earlier)
        yield { ...item, text: translation.text, lang: language, translated: true };
    }
  }
}

/** The one of the three languages that a text is in, by its primary tag: "fr-TN" is French. */
const languageOf = (lang: TextLanguage): Language | undefined =>
  languages.find((language) => language === lang.split('-', 1)[0]);
