import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import type { Reading } from './reading.ts';

/** From which moment the minutes are, what is left out of them, and a way to have them as they are now. */
export function AsOf({ reading }: { reading: Reading }) {
  const { about, busy, language } = reading;
  if (!about.value) return null;
  return (
    <div class="as-of">
      <p lang={language.value}>
        {about.value.asOf} · {about.value.leftOut}
      </p>
      <Button look="quiet" icon="refresh" aria-disabled={busy.value} onClick={() => void reading.show()}>
        {t('reader.refresh')}
      </Button>
    </div>
  );
}
