import { useSignal } from '@preact/signals';
import { useDesk } from '../desk/desk.ts';
import { languageName, textLanguages } from '../lib/languages.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Text } from '../ui/said.tsx';
import { nameOf, type RowDialogProps } from './desk-dialogs.tsx';
import { DialogFailure } from './desk-failure.tsx';
import { runShared } from './desk-run.ts';

/** Says which language a text is in, where the guess was wrong. */
export function LanguageDialog({ row, activity, onClose }: RowDialogProps) {
  const desk = useDesk();
  const { view } = row;
  const chosen = useSignal(view.lang);
  const tags: readonly string[] = textLanguages;
  const options = tags.includes(view.lang) ? tags : [view.lang, ...tags];
  const correct = async () => {
    const data = { item: row.id, lang: chosen.value };
    const answer = await runShared(desk, activity, 'CorrectLanguage', data);
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      title={t('desk.language_title', { ref: nameOf(row) })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="check" onClick={() => void correct()}>
            {t('desk.language_save')}
          </Button>
        </>
      }
    >
      <blockquote class="quoted">
        <Text text={view.text} lang={view.lang} />
      </blockquote>
      <div class="field">
        <label for="text-language">
          {t('desk.language_of')}
          {view.guessed && (
            <span class="aside">{t('desk.language_guessed', { language: languageName(view.lang) })}</span>
          )}
        </label>
        <select
          id="text-language"
          class="input"
          value={chosen.value}
          onChange={(event) => (chosen.value = event.currentTarget.value)}
        >
          {options.map((tag) => (
            <option key={tag} value={tag}>
              {languageName(tag)}
            </option>
          ))}
        </select>
      </div>
      <DialogFailure />
    </Dialog>
  );
}
