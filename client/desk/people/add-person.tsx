import { useSignal } from '@preact/signals';
import { MAX_NAME } from '../../../server/domain/plain.ts';
import type { Language } from '../../../server/domain/text.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import { languageName } from '../../lib/languages.ts';
import { lang, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';
import { OnOff } from '../setting-fields.tsx';
import { isComplete, nowhere, profileOf } from './belonging.ts';
import { BelongingFields } from './belonging-fields.tsx';

export interface AddPersonProps {
  readonly meeting: MeetingView;
  readonly onAdded: (name: string) => void;
  readonly onClose: () => void;
}

/** Somebody without a phone, for whom the desk writes: their name, where they belong, and what they agreed to aloud. */
export function AddPerson({ meeting, onAdded, onClose }: AddPersonProps) {
  const desk = useDesk();
  const name = useSignal('');
  const belonging = useSignal(nowhere);
  const present = useSignal(false);
  const words = useSignal(false);
  const language = useSignal<Language>(lang.peek());
  const ready = name.value.trim() !== '' && isComplete(belonging.value, true);
  const add = async () => {
    if (!ready) return;
    const answer = await desk.run('core.AddParticipant', {
      profile: profileOf(name.value, belonging.value),
      consents: { present: present.value, words: words.value },
      lang: language.value,
    });
    if (!answer.ok) return;
    onAdded(name.value.trim());
    onClose();
  };
  return (
    <Dialog
      title={t('order.person_add')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="plus" aria-disabled={!ready} onClick={() => void add()}>
            {t('order.person_add_do')}
          </Button>
        </>
      }
    >
      <p class="aside">{t('order.person_add_hint')}</p>
      <div class="field">
        <label for="person-name">
          {t('order.person_name')}
          <span class="aside">{t('order.person_name_hint')}</span>
        </label>
        <input
          id="person-name"
          class="input"
          dir="auto"
          autocomplete="off"
          maxLength={MAX_NAME}
          value={name.value}
          onInput={(event) => (name.value = event.currentTarget.value)}
        />
      </div>
      <BelongingFields meeting={meeting} of={belonging} inWords />
      <div class="field">
        <label for="person-language">{t('order.person_language')}</label>
        <select
          id="person-language"
          class="input"
          value={language.value}
          onChange={(event) => (language.value = event.currentTarget.value as Language)}
        >
          {meeting.languages.map((one) => (
            <option key={one} value={one}>
              {languageName(one)}
            </option>
          ))}
        </select>
      </div>
      <fieldset class="reasons">
        <legend>{t('order.consents')}</legend>
        <OnOff words={t('order.consent_present')} on={present} />
        <OnOff words={t('order.consent_words')} on={words} />
      </fieldset>
      <DialogFailure />
    </Dialog>
  );
}
