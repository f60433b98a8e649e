import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import { dirOf, languages, MAX_NAME, MAX_TEXT } from '../../server/domain/plain.ts';
import type { Language } from '../../server/domain/text.ts';
import { useDesk } from '../desk/desk.ts';
import { languageName } from '../lib/languages.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Text } from '../ui/said.tsx';
import { nameOf, type RowDialogProps } from './desk-dialogs.tsx';
import { draftOf, keepDraft, rememberedTranslator, rememberTranslator } from './desk-drafts.ts';
import { DialogFailure } from './desk-failure.tsx';
import { missingIn } from './desk-list.ts';

/** The original on one side, its translation on the other; Ctrl and Enter send it. */
export function TranslateDialog({ row, meeting, onClose }: RowDialogProps) {
  const desk = useDesk();
  const view = desk.live.value<ContributionView>(`c/${row.id}`).value ?? row.view;
  const others = languages.filter((language) => language !== view.lang.split('-')[0]);
  const into = useSignal<Language>(missingIn(view, meeting.languages)[0] ?? others[0] ?? 'en');
  const by = useSignal(rememberedTranslator());
  const box = useRef<HTMLTextAreaElement>(null);
  const existing = view.translations[into.value];
  const start = (language: Language) => draftOf(row.id, language) ?? view.translations[language]?.text ?? '';
  const text = useSignal(start(into.value));

  useEffect(() => box.current?.focus(), []);

  const choose = (language: Language) => {
    into.value = language;
    text.value = start(language);
  };
  const write = (written: string) => {
    text.value = written;
    keepDraft(row.id, into.value, written);
  };
  const send = async () => {
    if (text.value.trim() === '') return;
    const name = by.value.trim();
    rememberTranslator(name);
    const data = { item: row.id, lang: into.value, text: text.value, ...(name ? { by: name } : {}) };
    const answer = await desk.run('core.Translate', data);
    if (!answer.ok) return;
    keepDraft(row.id, into.value, '');
    onClose();
  };
  const takeAway = async () => {
    const data = { item: row.id, lang: into.value };
    const answer = await desk.run('core.RemoveTranslation', data, { ref: view.ref ?? '' });
    if (answer.ok) write('');
  };

  return (
    <Dialog
      class="translate-dialog"
      title={t('desk.translate_title', { ref: nameOf(row) })}
      onClose={onClose}
      actions={
        <>
          <span class="aside">{t('desk.translate_keys')}</span>
          {existing && (
            <Button look="quiet" icon="remove" onClick={() => void takeAway()}>
              {t('desk.translate_remove')}
            </Button>
          )}
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="send" aria-disabled={text.value.trim() === ''} onClick={() => void send()}>
            {t('desk.translate_send')}
          </Button>
        </>
      }
    >
      <div class="sides">
        <section>
          <h3>
            {t('desk.translate_original')} <span class="aside">{languageName(view.lang)}</span>
          </h3>
          <Text class="side-text" text={view.text} lang={view.lang} />
        </section>
        <section>
          <fieldset class="seg into">
            <legend>{t('desk.translate_into')}</legend>
            {others.map((language) => (
              <button
                key={language}
                type="button"
                aria-pressed={into.value === language}
                onClick={() => choose(language)}
              >
                {languageName(language)}
              </button>
            ))}
          </fieldset>
          <label class="sr" for="translation">
            {t('desk.translate_text')}
          </label>
          <textarea
            id="translation"
            ref={box}
            class="input"
            rows={7}
            lang={into.value}
            dir={dirOf(into.value)}
            maxLength={MAX_TEXT}
            value={text.value}
            onInput={(event) => write(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
                event.preventDefault();
                void send();
              }
            }}
          />
          {existing && (
            <p class="aside">{t(existing.earlier ? 'desk.translation_earlier' : 'desk.translate_replace')}</p>
          )}
        </section>
      </div>
      <div class="field">
        <label for="translator">
          {t('desk.translate_by')}
          <span class="aside">{t('desk.translate_by_hint')}</span>
        </label>
        <input
          id="translator"
          class="input"
          dir="auto"
          autocomplete="name"
          maxLength={MAX_NAME}
          value={by.value}
          onInput={(event) => (by.value = event.currentTarget.value)}
        />
      </div>
      <DialogFailure />
    </Dialog>
  );
}
