import { useSignal } from '@preact/signals';
import type { ListId } from '../../../server/domain/ids.ts';
import { languages } from '../../../server/domain/plain.ts';
import type { Label } from '../../../server/domain/text.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';
import { LabelFields, saysSomething } from '../label-fields.tsx';
import { UNLISTED } from './belonging.ts';
import { Select } from './belonging-fields.tsx';

export interface EditEntryProps {
  readonly list: 'cities' | 'organisations';
  /** Null: a new one. */
  readonly id: ListId | null;
  readonly meeting: MeetingView;
  readonly onClose: () => void;
}

/** An entry of a list: its name and, for an organisation, its city and kind. */
export function EditEntry({ list, id, meeting, onClose }: EditEntryProps) {
  const desk = useDesk();
  const before = meeting[list].find((entry) => entry.id === id);
  const organisation = meeting.organisations.find((entry) => entry.id === id);
  const label = useSignal<Label>(before?.name ?? {});
  const city = useSignal<string>(organisation ? (organisation.city ?? UNLISTED) : '');
  const kind = useSignal<string>(organisation?.kind ?? '');
  const ready = saysSomething(label.value) && (list === 'cities' || (kind.value !== '' && city.value !== ''));
  const save = async () => {
    if (!ready) return;
    const of = { city: city.value === UNLISTED ? null : (city.value as ListId), kind: kind.value as ListId };
    const renamed = !before || languages.some((language) => label.value[language] !== before.name[language]);
    const answer =
      id === null
        ? list === 'cities'
          ? await desk.run('lists.AddCity', { label: label.value })
          : await desk.run('lists.AddOrganisation', { label: label.value, ...of })
        : await desk.run(
            'lists.Correct',
            { list, id, ...(renamed ? { label: label.value } : {}), ...(list === 'organisations' ? of : {}) },
            { ref: '' },
          );
    if (answer.ok) onClose();
  };
  return (
    <Dialog
      title={t(id === null ? `order.${list}_add` : `order.${list}_correct`)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="check" aria-disabled={!ready} onClick={() => void save()}>
            {t('desk.save')}
          </Button>
        </>
      }
    >
      <p class="aside">{t('order.one_language')}</p>
      <LabelFields id="entry" label={label} among={meeting.languages} onEnter={() => void save()} />
      {list === 'organisations' && (
        <>
          <Select
            id="entry-city"
            label={t('order.city')}
            value={city.value}
            entries={meeting.cities}
            other={t('order.no_city')}
            onChange={(value) => (city.value = value)}
          />
          <Select
            id="entry-kind"
            label={t('order.kind')}
            value={kind.value}
            entries={meeting.kinds}
            onChange={(value) => (kind.value = value)}
          />
        </>
      )}
      {id !== null && list === 'organisations' && <p class="aside">{t('order.correct_moves')}</p>}
      <DialogFailure />
    </Dialog>
  );
}
