import type { Language } from '../../server/domain/text.ts';
import { Trio } from './trio.tsx';

/** What was collected and waits for the reveal: a number that grows, and no text. */
export function Received({ n, order }: { n: number; order: readonly Language[] }) {
  return (
    <div class="received">
      <b class="num">{n}</b>
      <p>
        <Trio word="collecting" order={order} />
      </p>
    </div>
  );
}
