import type { Language } from '../../server/domain/text.ts';
import type { PeopleView } from '../../server/domain/view.ts';
import { Ring } from '../ui/ring.tsx';
import type { ScreenSource } from './source.ts';
import { wallWord } from './wall-words.ts';

/** How many of those who joined are here now; undefined before it is known. */
export function hereOf(source: ScreenSource): { readonly here: number | undefined; readonly joined: number } {
  const joined = source.value<PeopleView>('people').value?.joined ?? 0;
  const told = source.here.value?.here;
  return { here: told === undefined ? undefined : Math.min(told, joined), joined };
}

export function Presence({ source, first }: { source: ScreenSource; first: Language }) {
  const { here, joined } = hereOf(source);
  return (
    <div class="pres">
      <Ring lit={here ?? 0} of={joined} dot={joined > 30 ? 1.7 : 2.6} />
      {/* Nothing is said before it is known. */}
      {here !== undefined && (
        <div>
          <p class="num">
            <b>{here}</b>
            {here < joined && <small> / {joined}</small>}
          </p>
          <span lang={first}>{wallWord(first, 'here')}</span>
        </div>
      )}
    </div>
  );
}
