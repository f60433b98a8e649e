import { useState } from 'preact/hooks';
import type { JoinedAnswer, RejectionFrame } from '../../../server/domain/protocol.ts';
import { post } from '../../lib/api.ts';
import { groupedCode, personalCodeOf } from '../../lib/digits.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, rejectionWords } from '../../ui/notice.tsx';
import { useSession } from '../session.ts';
import { Field } from './field.tsx';
import { fields, forgetForm } from './form.ts';

interface ReturnProps {
  /** Who says that they are back, where they were chosen of those who have used this phone. */
  of: string | null;
  onNew: () => void;
}

/** Back with the personal code: the same person, on this phone or on another. */
export function Return({ of, onNew }: ReturnProps) {
  const session = useSession();
  // The code of whoever hands the phone over is not the one of whoever takes it.
  const me = session.handingOver.value ? null : session.me.value;
  const kept = me && (of === null || of === me.participant) ? me.personalCode : null;
  const [code, setCode] = useState(personalCodeOf(kept ?? ''));
  const [asked, setAsked] = useState(false);
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<RejectionFrame | null>(null);

  const comeBack = async (event: Event) => {
    event.preventDefault();
    setAsked(true);
    setRefused(null);
    if (fields.value.code.length < 6) return document.getElementById('code')?.focus();
    if (code.length < 8) return document.getElementById('personalCode')?.focus();
    setSending(true);
    const answer = await post<JoinedAnswer>('/api/return', { code: fields.value.code, personalCode: code });
    setSending(false);
    if (!answer.ok) return setRefused(answer.rejection);
    await session.enter(answer.body, fields.value.code, false);
    await forgetForm();
  };

  return (
    <form class="newcomer" noValidate onSubmit={(event) => void comeBack(event)}>
      <Field
        id="personalCode"
        label={t('delegate.personalCode')}
        aside={t('delegate.personalCodeAside')}
        problem={asked && code.length < 8}
      >
        {(attributes) => (
          <input
            {...attributes}
            class="input personal-code-field"
            type="text"
            dir="ltr"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            value={groupedCode(code)}
            onInput={(event) => setCode(personalCodeOf(event.currentTarget.value))}
          />
        )}
      </Field>
      {refused && (
        <Notice tone="bad" icon="warning" announce>
          {rejectionWords(refused)}
        </Notice>
      )}
      <Button look="act" type="submit" iconAfter="next" aria-disabled={sending}>
        {sending ? t('delegate.joining') : t('delegate.comeBack')}
      </Button>
      <Button look="quiet" icon="plus" class="again" onClick={onNew}>
        {t('delegate.firstTime')}
      </Button>
    </form>
  );
}
