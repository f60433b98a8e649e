import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { cleanText, MAX_TEXT } from '../../server/domain/plain.ts';
import type { ActivityView } from '../../server/domain/view.ts';
import { useSession } from '../delegate/session.ts';
import type { DraftState } from '../lib/drafts.ts';
import { dirOf, lang, t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { rejectionWords } from '../ui/notice.tsx';
import { SeenAs } from './delegate-seen-as.tsx';

interface WriteProps {
  /** The key of its draft: what is typed is kept under it until it is sent. */
  draft: string;
  label: string;
  canSend: boolean;
  /** Resolves once the text is kept for sending; only then the draft goes. */
  onSend: (text: string) => Promise<void>;
  onCancel?: () => void;
  sendWord?: string;
  /** The activity in which the author will appear: how, stands above Send. */
  seenIn?: ActivityView;
  /** What else has to be known before sending. */
  hint?: string;
  focused?: boolean;
}

const NEAR_THE_LIMIT = MAX_TEXT - 1000;

/** A box to write in. Each letter is kept on the phone; Send hands the text to the outbox. */
export function Write(props: WriteProps) {
  const { draft: key, label, canSend, onSend, onCancel, sendWord, seenIn, hint, focused = false } = props;
  const { drafts } = useSession();
  const draft = drafts.value?.of(key);
  const [problem, setProblem] = useState<'TEXT_EMPTY' | 'TEXT_TOO_LONG' | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const text = draft?.text.value ?? '';

  useEffect(() => {
    // Grows with its text, so that all of it can be read.
    const box = field.current;
    if (!box) return;
    box.style.blockSize = 'auto';
    box.style.blockSize = `${box.scrollHeight + 2}px`;
  }, [text]);
  // Before the first frame: what opened it is gone, and the next letter must not be lost.
  useLayoutEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);

  const send = async (event: Event) => {
    event.preventDefault();
    const clean = cleanText(text);
    const wrong = clean === '' ? 'TEXT_EMPTY' : clean.length > MAX_TEXT ? 'TEXT_TOO_LONG' : null;
    setProblem(wrong);
    if (wrong || !canSend) return field.current?.focus();
    await onSend(clean);
    // What was typed while the text was being kept is another one, and stays.
    if (drafts.value?.of(key).text.value === text) await drafts.value.clear(key);
  };

  return (
    <form class="write" noValidate onSubmit={(event) => void send(event)}>
      <label class="sr" for={id}>
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        rows={2}
        placeholder={label}
        dir={text ? 'auto' : dirOf(lang.value)}
        value={text}
        aria-describedby={`${id}-state`}
        aria-invalid={problem !== null}
        onInput={(event) => {
          drafts.value?.set(key, event.currentTarget.value);
          setProblem(null);
        }}
        onBlur={() => void drafts.value?.flush()}
      />
      <p id={`${id}-state`} class="under" role="status">
        {problem ? (
          <span class="state bad">
            <Icon name="warning" />
            {rejectionWords({ code: problem, values: { max: MAX_TEXT } })}
          </span>
        ) : (
          <Kept state={draft?.state.value ?? 'empty'} />
        )}
        {text.length > NEAR_THE_LIMIT && (
          <span class="state">{t('delegate.length', { n: text.length, max: MAX_TEXT })}</span>
        )}
      </p>
      <div class="go">
        {hint && <p>{hint}</p>}
        {seenIn && (canSend || seenIn.status === 'planned') && <SeenAs activity={seenIn} />}
        {!canSend && <p>{t('delegate.sendLater')}</p>}
        {onCancel && (
          <Button look="quiet" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        )}
        {canSend && (
          <Button look="act" type="submit" iconAfter="send">
            {sendWord ?? t('delegate.send')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Where the draft is, truthfully. */
function Kept({ state }: { state: DraftState }) {
  if (state === 'kept')
    return (
      <span class="state">
        <Icon name="phone" />
        {t('delegate.draftKept')}
      </span>
    );
  if (state === 'page')
    return (
      <span class="state bad">
        <Icon name="warning" />
        {t('delegate.draftInPage')}
      </span>
    );
  return null;
}
