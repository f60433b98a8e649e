import type { Signal } from '@preact/signals';
import type { AttributionMode } from '../../server/domain/attribution.ts';
import type { RevealMode } from '../../server/domain/contributions/schema.ts';
import { Choice } from '../desk/setting-fields.tsx';
import { t } from '../lib/words.ts';

/** When texts are read; it stands once the activity has been opened. */
export const RevealChoice = ({ chosen, fixed }: { chosen: Signal<RevealMode>; fixed: boolean }) => (
  <Choice
    name="reveal"
    legend={t('desk.set_reveal')}
    of={[
      ['live', t('desk.set_reveal_live')],
      ['collect', t('desk.set_reveal_collect')],
    ]}
    chosen={chosen}
    fixed={fixed}
  />
);

/** What is shown of an author; it stands once the activity has been opened. */
export const AuthorsChoice = ({ chosen, fixed }: { chosen: Signal<AttributionMode>; fixed: boolean }) => (
  <Choice
    name="attribution"
    legend={t('desk.set_authors')}
    of={[
      ['named', t('desk.set_authors_named')],
      ['city', t('desk.set_authors_city')],
      ['kind', t('desk.set_authors_kind')],
    ]}
    chosen={chosen}
    fixed={fixed}
    {...(fixed || chosen.value === 'named' ? {} : { hint: t(`desk.buckets_to_come_${chosen.value}`) })}
  />
);
