import type { Signal } from '@preact/signals';
import { useDesk } from '../desk/desk.ts';
import { screenOf } from '../desk/screens/screens.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { isOfDocument, missingIn } from './desk-list.ts';
import { MoreButton, type RowProps } from './desk-row.tsx';
import { runShared } from './desk-run.ts';

type Props = RowProps & { readonly more: Signal<boolean> };

/** What may be done to a row, by what it is: shown, hidden, late, or a target while merging. */
export function RowActions(props: Props) {
  const { row, merge } = props;
  if ('from' in merge) return <MergeTarget {...props} merge={merge} />;
  if (row.view.status === 'hidden') return <HiddenActions {...props} />;
  if (row.view.status === 'late') return <LateActions {...props} />;
  return <ShownActions {...props} start={merge.start} />;
}

function MergeTarget({ row, merge }: Props & { merge: Extract<RowProps['merge'], { from: unknown }> }) {
  if (merge.from.id === row.id)
    return (
      <Button look="quiet" icon="close" onClick={merge.cancel}>
        {t('desk.cancel')}
      </Button>
    );
  if (!merge.possible) return null;
  return (
    <Button icon="merge" onClick={merge.choose}>
      {t('desk.merge_into', { ref: row.view.ref ?? '' })}
    </Button>
  );
}

function ShownActions({ row, meeting, activity, more, onDialog, start }: Props & { start: (() => void) | undefined }) {
  const desk = useDesk();
  const { view } = row;
  const of = { item: row.id };
  const document = isOfDocument(view);
  const toTranslate = missingIn(view, meeting.languages).length > 0;
  const translate = (
    <Button look="quiet" icon="translate" onClick={() => onDialog({ kind: 'translate', row })}>
      {t('desk.translate')}
    </Button>
  );
  return (
    <>
      <Button
        look="quiet"
        icon="pin"
        class="first"
        onClick={() => void runShared(desk, activity, view.pinned ? 'Unpin' : 'Pin', of)}
      >
        {t(view.pinned ? 'desk.unpin' : 'desk.pin')}
      </Button>
      <Button look="quiet" icon="hide" onClick={() => onDialog({ kind: 'hide', row })}>
        {t('desk.hide')}
      </Button>
      {start && (
        <Button look="quiet" icon="merge" class="wide" onClick={start}>
          {t('desk.merge')}
        </Button>
      )}
      {toTranslate && <span class="wide">{translate}</span>}
      <MoreButton
        open={more.value}
        label={t('desk.actions_of', { ref: view.ref ?? '' })}
        onClick={() => (more.value = !more.value)}
      />
      {more.value && (
        <div class="second" ref={intoView}>
          {start && (
            <Button look="quiet" icon="merge" class="narrow" onClick={start}>
              {t('desk.merge')}
            </Button>
          )}
          {!document && <span class={toTranslate ? 'narrow' : undefined}>{translate}</span>}
          <OnScreen row={row} />
          {!document && (
            <Button look="quiet" icon="language" onClick={() => onDialog({ kind: 'language', row })}>
              {t('desk.language_of')}
            </Button>
          )}
          {view.merged.map((part) => (
            <Button
              key={part.item}
              look="quiet"
              icon="merge"
              onClick={() => void runShared(desk, activity, 'Unmerge', { from: [part.item] })}
            >
              {t('desk.unmerge', { ref: part.ref })}
            </Button>
          ))}
          {!document && <RemoveButton row={row} onDialog={onDialog} />}
        </div>
      )}
    </>
  );
}

/** What opens at the lower edge of the list comes into sight. */
const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' });

function OnScreen({ row }: Pick<Props, 'row'>) {
  const desk = useDesk();
  const screen = desk.screen.value;
  const { show } = screenOf(desk.live, screen);
  const on = show.mode === 'item' && show.item === row.id;
  return (
    <Button
      look="quiet"
      icon="screen"
      aria-pressed={on}
      onClick={() =>
        void desk.run('core.ShowOnScreen', on ? { mode: 'now', screen } : { mode: 'item', item: row.id, screen })
      }
    >
      {t(on ? 'desk.on_screen_now' : 'desk.show_on_screen')}
    </Button>
  );
}

function HiddenActions({ row, activity, onDialog }: Props) {
  const desk = useDesk();
  return (
    <>
      <Button
        look="quiet"
        icon="eye"
        class="first"
        onClick={() => void runShared(desk, activity, 'Unhide', { item: row.id })}
      >
        {t('desk.unhide')}
      </Button>
      {!isOfDocument(row.view) && <RemoveButton row={row} onDialog={onDialog} />}
    </>
  );
}

function LateActions({ row, activity, onDialog }: Props) {
  const desk = useDesk();
  return (
    <>
      <Button icon="check" onClick={() => void runShared(desk, activity, 'AdmitLate', { item: row.id }, { ref: '' })}>
        {t('desk.admit')}
      </Button>
      <RemoveButton row={row} onDialog={onDialog} />
    </>
  );
}

const RemoveButton = ({ row, onDialog }: Pick<Props, 'row' | 'onDialog'>) => (
  <Button look="quiet" icon="remove" class="remove" onClick={() => onDialog({ kind: 'remove', row })}>
    {t('desk.remove')}
  </Button>
);
