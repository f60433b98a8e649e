import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import type { OnDemand } from '../lib/on-demand.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useSession } from './session.ts';

interface FetchedProps<P> {
  part: OnDemand<ComponentType<P>>;
  /** What the part is given once it is here. */
  with: P;
  /** What stands there at once: a heading, what is asked. */
  head: ComponentChildren;
  class?: string;
}

/** A part of the page that has to be fetched: until it comes it says so, and it can be asked for again. */
export function Fetched<P extends object>({ part, with: given, head, class: more }: FetchedProps<P>) {
  const { live } = useSession();
  const state = part.state.value;
  const connected = live.state.value === 'live';
  useEffect(() => {
    // Also when the connection is back.
    void part.load();
  }, [part, connected]);
  if (state.at === 'here') return <state.part {...given} />;
  return (
    <article class={more} aria-busy={state.at === 'waiting'}>
      {head}
      {state.at === 'waiting' ? (
        <p class="waiting" role="status">
          {t('delegate.partComing')}
        </p>
      ) : (
        <Notice tone="attention" icon="offline" announce>
          <p>{t('delegate.partMissing')}</p>
          <Button onClick={() => void again(part)}>{t('common.tryAgain')}</Button>
        </Notice>
      )}
    </article>
  );
}

/**
 * Asks for a part once more. Some browsers do not ask twice for what once failed to come: where the server can be
 * reached and the part still does not come, a new page does. What has been typed or sent is kept on the phone.
 */
async function again<T>(part: OnDemand<T>): Promise<void> {
  await part.load();
  if (part.state.peek().at !== 'failed') return;
  const reachable = await fetch('/healthz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (reachable) location.reload();
}
