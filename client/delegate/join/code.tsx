import { useEffect, useState } from 'preact/hooks';
import type { LookupAnswer, RejectionFrame } from '../../../server/domain/protocol.ts';
import { formatDates, localized, t } from '../../lib/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { rejectionWords } from '../../ui/notice.tsx';
import { CodeBoxes } from './code-boxes.tsx';
import { change, fields, lookUp } from './form.ts';

interface CodeProps {
  meeting: LookupAnswer | null;
  onMeeting: (meeting: LookupAnswer | null) => void;
  problem: boolean;
}

/** The code of the meeting, and, as soon as it has six digits, which meeting that is. */
export function Code({ meeting, onMeeting, problem }: CodeProps) {
  const [refused, setRefused] = useState<RejectionFrame | null>(null);
  const [asking, setAsking] = useState(false);
  const [tries, setTries] = useState(0);
  const { code } = fields.value;

  useEffect(() => {
    onMeeting(null);
    setRefused(null);
    if (code.length < 6) return;
    let current = true;
    setAsking(true);
    void lookUp(code).then((answer) => {
      if (!current) return;
      setAsking(false);
      if (answer.ok) onMeeting(answer.body);
      else setRefused(answer.rejection);
    });
    return () => {
      current = false;
    };
  }, [code, tries]);

  useEffect(() => {
    if (refused?.code !== 'UNAVAILABLE') return;
    const timer = setTimeout(() => setTries(tries + 1), 4000);
    return () => clearTimeout(timer);
  }, [refused]);

  return (
    <div class="field">
      <span class="label">
        {t('delegate.code')}
        <span class="aside">{t('delegate.codeAside')}</span>
      </span>
      <CodeBoxes
        id="code"
        code={code}
        onChange={(changed) => change({ code: changed })}
        describedBy="code-says"
        invalid={refused !== null || problem}
      />
      <p id="code-says" class="why" role="status">
        {asking && <span class="state">{t('delegate.codeAsking')}</span>}
        {meeting && (
          <span class="state good">
            <Icon name="check" />
            {t('delegate.meetingIs', {
              title: localized(meeting.title),
              place: localized(meeting.place),
              dates: formatDates(meeting.dates.first, meeting.dates.last),
            })}
          </span>
        )}
        {refused && (
          <span class="state bad">
            <Icon name="warning" />
            {rejectionWords(refused)}
          </span>
        )}
      </p>
    </div>
  );
}
