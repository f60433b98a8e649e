import { useSignal } from '@preact/signals';
import type { ListId } from '../../../server/domain/ids.ts';
import type { Label } from '../../../server/domain/text.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import { cityName, kindName } from '../../lib/lists.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';
import { LabelFields, saysSomething } from '../label-fields.tsx';
import { LabelNow, Meanwhile } from '../meanwhile.tsx';
import { UNLISTED } from './belonging.ts';
import { Select } from './belonging-fields.tsx';
import { changesOf, type Entry, entryOf } from './entry.ts';

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
  const present = entryOf(meeting, list, id);
  const base = useSignal<Entry | null>(present);
  const overtaken = useSignal(false);
  const ahead = overtaken.value ? present : null;
  const label = useSignal<Label>(present?.label ?? {});
  const city = useSignal<string>(present ? (present.city ?? UNLISTED) : '');
  const kind = useSignal<string>(present?.kind ?? '');
  const ready = saysSomething(label.value) && (list === 'cities' || (kind.value !== '' && city.value !== ''));
  const save = async () => {
    if (!ready) return;
    const of = { city: city.value === UNLISTED ? null : (city.value as ListId), kind: kind.value as ListId };
    const answer =
      id === null
        ? list === 'cities'
          ? await desk.run('lists.AddCity', { label: label.value })
          : await desk.run('lists.AddOrganisation', { label: label.value, ...of })
        : await desk.run('lists.Correct', {
            list,
            id,
            ...changesOf(list, base.value, { label: label.value, ...of }),
            ...(ahead || base.value ? { was: ahead ?? base.value ?? {} } : {}),
          });
    if (answer.ok) onClose();
    else overtaken.value = answer.rejection.code === 'ITEM_CHANGED';
  };
  const take = () => {
    base.value = present;
    label.value = present?.label ?? {};
    city.value = present?.city ?? UNLISTED;
    kind.value = present?.kind ?? '';
    overtaken.value = false;
  };
  return (
    <Dialog
      title={t(id === null ? `order.${list}_add` : `order.${list}_correct`)}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="check" aria-disabled={!ready} onClick={() => void save()}>
            {t(ahead ? 'desk.save_mine' : 'desk.save')}
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
      {ahead ? (
        <Meanwhile onTake={take}>
          <LabelNow label={ahead.label} />
          {list === 'organisations' && (
            <p>
              {[cityName(meeting, ahead.city ?? null), kindName(meeting, ahead.kind ?? null)]
                .filter(Boolean)
                .join(' · ')}
            </p>
          )}
        </Meanwhile>
      ) : (
        <DialogFailure />
      )}
    </Dialog>
  );
}
