import type { OptionsView } from '../../../server/domain/activities/ballot/view.ts';
import type { Carrying } from '../../desk/kind.ts';

/** Texts become options; what was an option and was withdrawn comes back. */
export const carrying: Carrying = {
  most: 40,
  missing: (live, into, items) => {
    const options = live.value<OptionsView>(`options/${into}`).value?.options ?? [];
    const standing = new Set(options.filter(({ withdrawn }) => !withdrawn).map(({ item }) => item));
    return items.filter((id) => !standing.has(id));
  },
  carry: (desk, activity, items) => desk.run('ballot.CarryOver', { activity, items: [...items] }),
};
