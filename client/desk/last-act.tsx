import { useSignal } from '@preact/signals';
import type { ActsView, AgendaView } from '../../server/domain/view.ts';
import { formatTime, localized, t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { rejectionWords } from '../ui/notice.tsx';
import { useDesk } from './desk.ts';

type Act = ActsView['acts'][number];

/** What was done, in words: "C40 hidden". */
function useActWords(): (act: Pick<Act, 'act' | 'target' | 'ref'>) => string {
  const agenda = useDesk().live.value<AgendaView>('agenda').value;
  return ({ act, target, ref }) => {
    const [, place] = /^(?:agenda|programme|keypoints)\/(.*)$/.exec(target) ?? [];
    const item = agenda?.items.find(({ id }) => id === place);
    const values = { ref: ref ?? '', title: item ? localized(item.title) : '' };
    // What all kinds have in common has the same words in each.
    for (const name of [act.replace('.', '_'), act.replace(/^.*\./, 'item_')]) {
      const key = `desk.act_${name}`;
      const words = t(key, values);
      if (words !== key) return words;
    }
    return t('desk.act_other');
  };
}

/** One fixed strip under the middle: what was done last and its undo; above it, why something was not done. */
export function LastAct() {
  const desk = useDesk();
  const words = useActWords();
  const earlier = useSignal(false);
  const acts = desk.live.value<ActsView>('acts').value?.acts ?? [];
  const last = acts.at(-1);
  const final = desk.finalAct.value;
  const finalIsNewer = final !== null && final.seq > (last?.seq ?? 0);
  return (
    <footer class="last">
      <Failure />
      <p role="status">
        <span>{t('desk.last_act')}</span>{' '}
        <b>
          {finalIsNewer
            ? `${words({ act: final.act, target: '', ref: final.ref })} (${t('desk.cannot_undo')})`
            : last
              ? words(last)
              : t('desk.no_act')}
        </b>
      </p>
      {acts.length > 1 && (
        <Button look="quiet" class="earlier" onClick={() => (earlier.value = true)}>
          {t('desk.earlier_acts')}
        </Button>
      )}
      {last && !finalIsNewer && <Undo act={last} words={words(last)} />}
      {earlier.value && <Earlier acts={acts} words={words} onClose={() => (earlier.value = false)} />}
    </footer>
  );
}

function Undo({ act, words }: { act: Act; words: string }) {
  const desk = useDesk();
  return (
    <Button
      icon="undo"
      aria-label={t('desk.undo_of', { act: words })}
      aria-disabled={!act.undoable}
      title={act.undoable ? undefined : t('desk.undo_blocked')}
      onClick={() => act.undoable && void desk.run('core.Undo', { seq: act.seq })}
    >
      {t('desk.undo')}
    </Button>
  );
}

function Earlier(props: { acts: readonly Act[]; words: (act: Act) => string; onClose: () => void }) {
  return (
    <Dialog
      light
      class="acts"
      title={t('desk.earlier_acts')}
      onClose={props.onClose}
      actions={<Button onClick={props.onClose}>{t('desk.close_dialog')}</Button>}
    >
      <ul>
        {[...props.acts].reverse().map((act) => (
          <li key={act.seq}>
            <span>
              <b>{props.words(act)}</b>
              <small>
                <span class="num">{formatTime(act.at)}</span>
                {!act.undoable && ` · ${t('desk.undo_blocked')}`}
              </small>
            </span>
            <Undo act={act} words={props.words(act)} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Failure() {
  const desk = useDesk();
  const failure = desk.failure.value;
  return (
    <div role="alert" class="failure-place">
      {failure && (
        <div class="failure">
          <Icon name="warning" />
          <p>{t('desk.not_done', { why: rejectionWords(failure) })}</p>
          <Button look="quiet" onClick={() => (desk.failure.value = null)}>
            {t('desk.dismiss')}
          </Button>
        </div>
      )}
    </div>
  );
}
