import { useSignal } from '@preact/signals';
import { dirOf, languages, MAX_LABEL } from '../../../server/domain/plain.ts';
import type { Label } from '../../../server/domain/text.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import { useDesk } from '../../desk/desk.ts';
import type { ActivityDeskProps } from '../../desk/kind.ts';
import { languageName } from '../../lib/languages.ts';
import { lang, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** An option in the meeting's languages: one of them is enough, the others may read it in that one. */
export function AddOptionDialog({ meeting, activity, onClose }: ActivityDeskProps & { onClose: () => void }) {
  const desk = useDesk();
  const label = useSignal<Label>({});
  // The reader's own first, where the meeting has it.
  const order = languages
    .filter((language) => meeting.languages.includes(language))
    .sort((a, b) => Number(b === lang.value) - Number(a === lang.value));
  const ready = Object.values(label.value).some((text) => text.trim() !== '');
  const add = async () => {
    if (!ready) return;
    const answer = await desk.run('ballot.AddOption', { activity: activity.id, label: label.value });
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      title={t('desk.option_add_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="plus" aria-disabled={!ready} onClick={() => void add()}>
            {t('desk.option_add')}
          </Button>
        </>
      }
    >
      <p class="aside">{t('desk.option_add_hint')}</p>
      {order.map((language) => (
        <div key={language} class="field">
          <label for={`option-${language}`}>{languageName(language)}</label>
          <input
            id={`option-${language}`}
            class="input"
            lang={language}
            dir={dirOf(language)}
            maxLength={MAX_LABEL}
            value={label.value[language] ?? ''}
            onInput={(event) => (label.value = { ...label.value, [language]: event.currentTarget.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.isComposing) void add();
            }}
          />
        </div>
      ))}
      <DialogFailure />
    </Dialog>
  );
}
