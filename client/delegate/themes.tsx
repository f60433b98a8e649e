import { useComputed } from '@preact/signals';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { ThemeView } from '../../server/domain/parts/themes.ts';
import { labelIn } from '../lib/labels.ts';
import { authorLine } from '../lib/lists.ts';
import { lang, rich, t } from '../lib/words.ts';
import { Said } from '../ui/said.tsx';
import { useSession } from './session.ts';

const numberOf = (ref: string): number => Number(ref.replace(/\D/g, ''));

/** The themes of the meeting that have something to read, by their references; each opens to its texts. */
export function Themes() {
  const { live } = useSession();
  const themes = useComputed(() =>
    live
      .keys('theme/')
      .value.flatMap((key) => live.value<ThemeView>(key).value ?? [])
      .filter(({ items }) => items.some((item) => live.value(`c/${item}`).value !== undefined))
      .sort((a, b) => numberOf(a.ref) - numberOf(b.ref)),
  );
  if (themes.value.length === 0) return null;
  return (
    <section class="themes">
      <h2>{t('tabs.agenda_themes')}</h2>
      {themes.value.map((theme) => (
        <Theme key={theme.id} theme={theme} />
      ))}
    </section>
  );
}

/** The theme that one of my own texts is in, where it is in one. */
export function ThemeOf({ item }: { item: string }) {
  const { live } = useSession();
  const theme = useComputed(() =>
    live
      .keys('theme/')
      .value.map((key) => live.value<ThemeView>(key).value)
      .find((view) => view?.items.some((other) => other === item)),
  );
  if (!theme.value) return null;
  const label = labelIn(theme.value.label, lang.value);
  return (
    <p class="soft of-theme">
      {rich('tabs.mine_inTheme', {
        ref: <span class="ref">{theme.value.ref}</span>,
        name: <bdi lang={label.lang}>{label.text}</bdi>,
      })}
    </p>
  );
}

function Theme({ theme }: { theme: ThemeView }) {
  const { live } = useSession();
  const label = labelIn(theme.label, lang.value);
  const seen = theme.items.filter((item) => live.value(`c/${item}`).value !== undefined);
  return (
    <details>
      <summary>
        <span class="ref">{theme.ref}</span>
        <bdi lang={label.lang}>{label.text}</bdi>
        <span class="soft">{t('common.contributions', { n: seen.length })}</span>
      </summary>
      <ul>
        {seen.map((item) => (
          <TextOfTheme key={item} item={item} />
        ))}
      </ul>
    </details>
  );
}

function TextOfTheme({ item }: { item: string }) {
  const { live, meeting } = useSession();
  const view = live.value<ContributionView>(`c/${item}`).value;
  if (!view || !meeting.value) return null;
  return (
    <li>
      <p>
        <strong>
          <bdi>{authorLine(meeting.value, view.by).who}</bdi>
        </strong>
        {view.ref && <span class="ref">{view.ref}</span>}
      </p>
      <Said text={view.text} lang={view.lang} translations={view.translations} ours={view.by.as === 'document'} />
    </li>
  );
}
