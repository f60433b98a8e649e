import { useState } from 'preact/hooks';
import type { KeyPointsView } from '../../server/domain/parts/keypoints.ts';
import { labelIn } from '../lib/labels.ts';
import { lang, t } from '../lib/words.ts';
import { Text } from '../ui/said.tsx';
import { ItemDialog, Reference } from './item-dialog.tsx';
import { useSession } from './session.ts';

/** What is to be kept of an item of the agenda, and the texts that it rests on. */
export function KeyPoints({ item }: { item: string }) {
  const { live } = useSession();
  const [shown, setShown] = useState<string | null>(null);
  const points = live.value<KeyPointsView>(`keypoints/${item}`).value?.points ?? [];
  if (points.length === 0) return null;
  return (
    <section class="key-points">
      <h4>{t('tabs.agenda_keyPoints')}</h4>
      <ul>
        {points.map((point) => {
          const label = labelIn(point.text, lang.value);
          return (
            <li key={point.id}>
              <Text text={label.text} lang={label.lang} />
              {point.items.length > 0 && (
                <p class="refs">
                  {point.items.map((rest) => (
                    <Reference key={rest.item} item={rest.item} ref_={rest.ref} onShow={setShown} />
                  ))}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {shown && <ItemDialog item={shown} onClose={() => setShown(null)} />}
    </section>
  );
}
