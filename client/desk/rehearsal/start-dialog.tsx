import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { RehearsalView, RejectionFrame } from '../../../server/domain/protocol.ts';
import { formatTime, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice, rejectionWords } from '../../ui/notice.tsx';
import { useDesk } from '../desk.ts';
import { Emphasis } from '../emphasis.tsx';
import { Choice } from '../setting-fields.tsx';
import { limits, numberOf } from './numbers.ts';
import { askForRehearsal, goInto, startAnew, startRehearsal } from './requests.ts';

/** What a rehearsal is, how large, and how it begins. Where there is one already, the way into that one. */
export function StartDialog({ onClose }: { onClose: () => void }) {
  const running = useSignal<RehearsalView | null>(null);
  const people = useSignal(String(limits.people.usual));
  const minutes = useSignal(String(limits.minutes.usual));
  const lead = useSignal<'self' | 'alone'>('self');
  const starting = useSignal(false);
  const failure = useSignal<RejectionFrame | null>(null);
  const look = async () => {
    const answer = await askForRehearsal();
    running.value = answer.ok ? answer.body.rehearsal : null;
  };
  useEffect(() => void look(), []);

  const start = async () => {
    if (starting.value) return;
    const [delegates, time] = [numberOf(people.value, limits.people), numberOf(minutes.value, limits.minutes)];
    if (delegates === undefined) return document.getElementById('rehearse-people')?.focus();
    if (time === undefined) return document.getElementById('rehearse-minutes')?.focus();
    starting.value = true;
    failure.value = null;
    const answer = await startRehearsal({ delegates, minutes: time, lead: lead.value === 'alone' });
    // Until the page is another one it stays busy.
    if (answer.ok) return startAnew();
    // A colleague may have been first.
    await look();
    starting.value = false;
    failure.value = running.value ? null : answer.rejection;
  };

  return (
    <Dialog
      class="rehearse-dialog"
      title={t('desk.rehearse_title')}
      onClose={() => {
        if (!starting.value) onClose();
      }}
      actions={
        <>
          <Button aria-disabled={starting.value} onClick={() => !starting.value && onClose()}>
            {t('desk.cancel')}
          </Button>
          {running.value ? (
            <Button look="act" iconAfter="next" onClick={() => running.value && goInto(running.value)}>
              {t('desk.rehearse_go_in')}
            </Button>
          ) : (
            <Button look="act" icon="rehearse" aria-disabled={starting.value} onClick={() => void start()}>
              {t('desk.rehearse_start')}
            </Button>
          )}
        </>
      }
    >
      <p>{t('desk.rehearse_what')}</p>
      <p>
        <Emphasis text={t('desk.rehearse_safe')} />
      </p>
      <UnderWay />
      {running.value ? (
        <Notice icon="people" announce>
          {t('desk.rehearse_running', { time: formatTime(running.value.startedAt), n: running.value.delegates })}
        </Notice>
      ) : (
        <>
          <div class="pair">
            <HowMany id="rehearse-people" label={t('desk.rehearse_people')} typed={people} range={limits.people} />
            <HowMany id="rehearse-minutes" label={t('desk.rehearse_minutes')} typed={minutes} range={limits.minutes} />
          </div>
          <Choice
            name="rehearse-lead"
            legend={t('desk.rehearse_lead')}
            of={[
              ['self', t('desk.rehearse_lead_self')],
              ['alone', t('desk.rehearse_lead_alone')],
            ]}
            chosen={lead}
          />
        </>
      )}
      {failure.value && (
        <Notice tone="bad" icon="warning" announce>
          {rejectionWords(failure.value)}
        </Notice>
      )}
      <p role="status" class="state">
        {starting.value && t('desk.rehearse_starting')}
      </p>
    </Dialog>
  );
}

/** Somebody is in the real meeting: whoever starts a rehearsal now should know. */
function UnderWay() {
  const n = useDesk().live.here.value?.here ?? 0;
  if (n === 0) return null;
  return (
    <Notice tone="attention" icon="warning">
      <Emphasis text={t('desk.rehearse_live', { n })} />
    </Notice>
  );
}

function HowMany(props: {
  id: string;
  label: string;
  typed: Signal<string>;
  range: { readonly from: number; readonly to: number };
}) {
  const { id, label, typed, range } = props;
  return (
    <div class="field">
      <label for={id}>
        {label}
        <span class="aside">{t('desk.rehearse_range', { from: range.from, to: range.to })}</span>
      </label>
      <input
        id={id}
        class="input"
        type="number"
        min={range.from}
        max={range.to}
        step={1}
        aria-invalid={numberOf(typed.value, range) === undefined}
        value={typed.value}
        onInput={(event) => (typed.value = event.currentTarget.value)}
      />
    </div>
  );
}
