import type {
  BallotCountView,
  BallotView,
  OptionsView,
  OptionView,
  OwnVote,
} from '../../../server/domain/activities/ballot/view.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { useSession } from '../../delegate/session.ts';
import type { SentVote } from './delegate-plain.ts';

/** Milliseconds after the last tap until the vote is sent: taps come in a row, and only the last counts. */
const PAUSE = 1000;

export const configOf = (activity: ActivityView): BallotView => activity.config as unknown as BallotView;

/** none: nothing given; saved: the server has it; saving: on its way; kept: on this phone, or only in this page. */
type VoteState = 'none' | 'saved' | 'saving' | 'kept';

export interface VoteHere {
  readonly options: readonly OptionView[];
  readonly count: BallotCountView | undefined;
  readonly own: OwnVote | undefined;
  /** The dots as they were chosen last on this phone, else as the server has them; on standing options alone. */
  readonly dots: Readonly<Record<string, number>>;
  readonly left: number;
  readonly most: number;
  readonly state: VoteState;
  set(option: string, n: number): void;
}

/** A participant's vote in a ballot, and the way to change it. A vote is all of one's dots, and replaces the one before. */
export function useVote(activity: ActivityView): VoteHere {
  const session = useSession();
  const { live, outbox } = session;
  const config = configOf(activity);
  const options = live.value<OptionsView>(`options/${activity.id}`).value?.options ?? [];
  const count = live.value<BallotCountView>(`count/${activity.id}`).value;
  const own = (live.self.value?.own as Readonly<Record<string, unknown>> | undefined)?.[activity.id] as
    | OwnVote
    | undefined;
  const waiting = (outbox.value?.entries.value ?? []).filter(
    (entry) => entry.type === 'ballot.Vote' && !entry.rejection && (entry.data as SentVote).activity === activity.id,
  );
  const last = waiting[waiting.length - 1]?.data as SentVote | undefined;
  const given: Readonly<Record<string, number>> = last
    ? Object.fromEntries(last.dots.map(({ option, n }) => [option, n]))
    : (own?.dots ?? {});
  const standing = new Set(options.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id as string));
  const dots = Object.fromEntries(Object.entries(given).filter(([option, n]) => n > 0 && standing.has(option)));
  const used = sum(dots);
  return {
    options,
    count,
    own,
    dots,
    left: config.dots - used,
    most: Math.min(config.dots, config.perOption ?? config.dots),
    state: last ? (live.state.value === 'live' ? 'saving' : 'kept') : used > 0 ? 'saved' : 'none',
    set: (option, n) => {
      const next = { ...dots, [option]: n };
      const list = Object.entries(next).flatMap(([id, of]) => (of > 0 ? [{ option: id, n: of }] : []));
      void session.choose('ballot.Vote', { activity: activity.id, dots: list }, PAUSE);
    },
  };
}

const sum = (dots: Readonly<Record<string, number>>): number => Object.values(dots).reduce((all, n) => all + n, 0);
