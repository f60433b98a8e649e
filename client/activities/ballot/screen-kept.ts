import type { OptionsView } from '../../../server/domain/activities/ballot/view.ts';
import { same } from '../../screen/same.ts';

/** The options on a frozen screen: those that still stand, as they were worded. */
export const keptOptions = (before: OptionsView, live: OptionsView): OptionsView => ({
  options: before.options.flatMap((option) => {
    const now = live.options.find(({ id }) => id === option.id);
    return now && same(now.label, option.label) ? [{ ...option, withdrawn: option.withdrawn || now.withdrawn }] : [];
  }),
});
