import type { ThemeView } from '../../../server/domain/parts/themes.ts';
import { labelIn } from '../../lib/labels.ts';
import { dirOf, lang } from '../../lib/words.ts';

/** A theme's name as the reader may read it. */
export function ThemeName({ theme }: { theme: Pick<ThemeView, 'label'> }) {
  const shown = labelIn(theme.label, lang.value);
  return (
    <span lang={shown.lang} dir={dirOf(shown.lang)}>
      {shown.text}
    </span>
  );
}

/** The same as a plain text: "T3 · Housing". */
export const nameOfTheme = ({ ref, label }: ThemeView): string => `${ref} · ${labelIn(label, lang.value).text}`;
