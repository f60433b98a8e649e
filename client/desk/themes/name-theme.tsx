import { useSignal } from '@preact/signals';
import type { ItemId } from '../../../server/domain/ids.ts';
import type { ThemeView } from '../../../server/domain/parts/themes.ts';
import type { Label } from '../../../server/domain/text.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { DialogFailure } from '../../contributions/desk-failure.tsx';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useDesk } from '../desk.ts';
import { LabelFields, saysSomething } from '../label-fields.tsx';
import { LabelNow, Meanwhile } from '../meanwhile.tsx';

/** A theme to be named: one that stands, or a new one of these texts. */
export interface Naming {
  readonly theme: ThemeView | null;
  readonly items: readonly ItemId[];
  readonly label: Label;
}

export interface NameThemeProps {
  readonly naming: Naming;
  readonly meeting: MeetingView;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** A theme's name, in one language at least. */
export function NameTheme({ naming, meeting, onDone, onClose }: NameThemeProps) {
  const { theme, items } = naming;
  const desk = useDesk();
  const label = useSignal<Label>(naming.label);
  const base = useSignal<Label>(naming.label);
  const overtaken = useSignal(false);
  const present = desk.live.value<ThemeView>(`theme/${theme?.id}`).value;
  const ahead = overtaken.value ? present : undefined;
  const ready = saysSomething(label.value);
  const save = async () => {
    if (!ready) return;
    const answer = theme
      ? await desk.run('themes.Rename', { theme: theme.id, label: label.value, was: ahead?.label ?? base.value })
      : await desk.run('themes.Add', { label: label.value, items: [...items] });
    if (!answer.ok) {
      overtaken.value = answer.rejection.code === 'ITEM_CHANGED';
      return;
    }
    if (!theme) onDone();
    onClose();
  };
  const take = () => {
    base.value = label.value = present?.label ?? {};
    overtaken.value = false;
  };
  return (
    <Dialog
      title={theme ? t('order.rename_title', { ref: theme.ref }) : t('order.theme_new')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="check" aria-disabled={!ready} onClick={() => void save()}>
            {t(ahead ? 'desk.save_mine' : theme ? 'desk.save' : 'order.theme_create')}
          </Button>
        </>
      }
    >
      {!theme && <p class="aside">{t('order.theme_of', { n: items.length })}</p>}
      <p class="aside">{t('order.one_language')}</p>
      <LabelFields id="theme-name" label={label} among={meeting.languages} onEnter={() => void save()} />
      {ahead ? (
        <Meanwhile onTake={take}>
          <LabelNow label={ahead.label} />
        </Meanwhile>
      ) : (
        <DialogFailure />
      )}
    </Dialog>
  );
}
