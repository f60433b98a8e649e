import { numberOf } from '../domain/contributions/minutes.ts';
import type { Block, Run, Theme } from '../domain/minutes-document.ts';
import { themeView } from '../domain/parts/themes.ts';
import type { MeetingState } from '../domain/state.ts';
import type { Composing } from './compose.ts';
import { labelRun } from './key-points.ts';
import type { Shown } from './shown.ts';

/** The themes in the order of their references, each with those of its texts. */
export function themesOf(state: MeetingState, shown: Shown, ctx: Composing): Theme[] {
  return [...state.parts.themes.themes.values()]
    .flatMap((theme): Theme[] => {
      const view = themeView(state, theme);
      if (!view) return [];
      const own = new Set(view.items);
      const read = [...shown].flatMap(([id, text]) => (own.has(id) ? [text] : []));
      const activities = [...new Map(read.map(({ activity, title }) => [activity, title]))];
      return [
        {
          ref: view.ref,
          label: labelRun(view.label, ctx),
          texts: activities.map(([activity, title]) => ({
            activity,
            title,
            refs: read
              .filter((text) => text.activity === activity)
              .map(({ ref }) => ref)
              .sort((a, b) => numberOf(a) - numberOf(b)),
          })),
          notShown: own.size - read.length,
        },
      ];
    })
    .sort((a, b) => numberOf(a.ref) - numberOf(b.ref));
}

/** A heading for each theme, and its texts by reference: they are not repeated. */
export function themeBlocks(themes: readonly Theme[], ctx: Composing): Block[] {
  const { lang, words } = ctx;
  const say = (key: string, values?: Parameters<typeof words>[1], style?: Run['style']): Run => ({
    text: words(`minutes.${key}`, values),
    lang,
    ...(style ? { style } : {}),
  });
  if (themes.length === 0) return [];
  return [
    { type: 'heading', level: 2, runs: [say('themes')] },
    { type: 'note', runs: [say('aboutThemes')] },
    ...themes.flatMap(({ ref, label, texts, notShown }): Block[] => {
      const named: Run = { text: ref, lang: 'und', style: 'ref', anchor: ref };
      const cited = texts.map(({ title, refs }) => [
        title,
        say('colon'),
        ...refs.flatMap((text, i): Run[] => [
          ...(i > 0 ? [say('comma')] : []),
          { text, lang: 'und', style: 'ref', target: text },
        ]),
      ]);
      const rest = notShown > 0 ? [[say('themeNotShown', { n: notShown }, 'soft')]] : [];
      const items = [...cited, ...rest];
      return [
        { type: 'heading', level: 3, runs: [named, { text: ' ', lang }, label] },
        items.length > 0 ? { type: 'list', ordered: false, items } : { type: 'note', runs: [say('themeEmpty')] },
      ];
    }),
  ];
}
