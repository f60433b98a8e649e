import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { MAX_TEXT } from '../../server/domain/plain.ts';
import type { CommandAnswer } from '../../server/domain/protocol.ts';
import type { ForPersonProps } from '../desk/kind.ts';
import { draftFor, keepDraftFor, noteWritten } from '../desk/people/written.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';

interface Props extends ForPersonProps {
  /** Null as long as it is not said where the text is for. */
  readonly send: ((text: string) => Promise<CommandAnswer>) | null;
  /** Where it is for, above the text. */
  readonly children?: ComponentChildren;
}

/** A text that somebody said, as they said it. */
export function WriteText({ person, activity, onSaid, send, children }: Props) {
  const id = useId();
  const text = useSignal(draftFor(person.id, activity.id));
  const ready = send !== null && text.value.trim() !== '';
  const write = (value: string) => {
    text.value = value;
    keepDraftFor(person.id, activity.id, value);
  };
  const give = async () => {
    if (!ready) return;
    const answer = await send(text.value);
    if (!answer.ok) return;
    noteWritten(person.id, answer.items ?? []);
    write('');
    onSaid(t('order.text_saved', { ref: answer.ref ?? '', given: answer.ref ? 'yes' : 'no' }));
  };
  return (
    <section class="write-for">
      {children}
      <div class="field">
        <label for={id}>{t('order.what_they_say')}</label>
        <textarea
          id={id}
          class="input"
          rows={3}
          dir="auto"
          maxLength={MAX_TEXT}
          value={text.value}
          onInput={(event) => write(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            void give();
          }}
        />
      </div>
      <Button look="act" icon="send" aria-disabled={!ready} onClick={() => void give()}>
        {t('order.text_send')}
      </Button>
    </section>
  );
}
