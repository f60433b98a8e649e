import { useComputed } from '@preact/signals';
import { useSession } from '../delegate/session.ts';
import { formatTime, t } from '../lib/words.ts';

/** Says aloud what became of what was sent last from this page. */
export function Announcer({ activity }: { activity: string }) {
  const { outbox, live } = useSession();
  const said = useComputed(() => {
    const answers = [...(outbox.value?.accepted.value.values() ?? [])];
    const last = answers[answers.length - 1];
    const mine = new Set(
      live.self.value?.items.filter((item) => item.activity === activity).map((item) => item.id as string),
    );
    if (!last?.items?.some((id) => mine.has(id))) return '';
    return t(last.late ? 'delegate.arrivedLateAt' : 'delegate.savedAt', { time: formatTime(last.at) });
  });
  return (
    <p class="sr" role="status">
      {said.value}
    </p>
  );
}
