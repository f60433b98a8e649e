import { describe, expect, it } from '@jest/globals';
import { optionsOf } from '../../client/activities/ballot/screen-options.ts';
import type { OptionView } from '../../server/domain/activities/ballot/view.ts';
import type { ItemId } from '../../server/domain/ids.ts';
import type { Label } from '../../server/domain/text.ts';
import { contribution } from './contribution.ts';

const order = ['ar', 'fr', 'en'] as const;
const option = (id: string, label: Label | null, more: Partial<OptionView> = {}): OptionView => ({
  id: id as ItemId,
  label,
  detail: null,
  item: null,
  withdrawn: false,
  ...more,
});
const all = (en: string): Label => ({ ar: `${en} (ar)`, fr: `${en} (fr)`, en });
const result = (dots: number) => ({ dots, voters: dots, groups: {} });
const options = [option('o1', all('Money')), option('o2', all('Time')), option('o3', all('People'))];
const results = { o1: result(2), o2: result(7), o3: result(2) };
const nothing = () => undefined;

describe('the options on the screen', () => {
  it('keep their places while votes come in, and come largest first once it is closed', () => {
    const live = optionsOf({ options }, results, false, order, nothing);
    expect(live.map(({ id, dots }) => [id, dots])).toEqual([
      ['o1', 2],
      ['o2', 7],
      ['o3', 2],
    ]);
    const closed = optionsOf({ options }, results, true, order, nothing);
    expect(closed.map(({ id }) => id)).toEqual(['o2', 'o1', 'o3']);
  });

  it('say nothing of dots while results wait, not even by their order', () => {
    const waiting = optionsOf({ options }, null, false, order, nothing);
    expect(waiting.map(({ id, dots }) => [id, dots])).toEqual([
      ['o1', null],
      ['o2', null],
      ['o3', null],
    ]);
  });

  it('leave withdrawn ones out, and count one that nobody chose as none', () => {
    const only: Record<string, ReturnType<typeof result>> = { o1: result(1) };
    const some = [options[0]!, option('o2', all('Time'), { withdrawn: true }), options[2]!];
    expect(optionsOf({ options: some }, only, true, order, nothing).map(({ id, dots }) => [id, dots])).toEqual([
      ['o1', 1],
      ['o3', 0],
    ]);
  });

  it('stand in the first language, with the others after it', () => {
    const [shown] = optionsOf({ options }, null, false, ['fr', 'ar'], nothing);
    expect(shown?.large).toEqual({ text: 'Money (fr)', lang: 'fr', dir: 'ltr' });
    expect(shown?.others).toEqual([{ text: 'Money (ar)', lang: 'ar', dir: 'rtl' }]);
  });

  it('stand in what there is, where the desk typed one language', () => {
    const [shown] = optionsOf({ options: [option('x', { fr: 'Le temps' })] }, null, false, ['ar', 'fr', 'en'], nothing);
    expect(shown?.large).toMatchObject({ text: 'Le temps', lang: 'fr' });
    const [foreign] = optionsOf({ options: [option('x', { en: 'Time' })] }, null, false, ['ar', 'fr'], nothing);
    expect(foreign?.large).toMatchObject({ text: 'Time', lang: 'en' });
  });

  it('stand in the words of the item that was carried over, as long as the room may read it', () => {
    const carried = option('x', null, { item: 'c1' as ItemId });
    const view = contribution({ text: 'Une permanence', translations: { ar: { text: 'مداومة', earlier: false } } });
    const [shown] = optionsOf({ options: [carried] }, null, false, order, (id) => (id === 'c1' ? view : undefined));
    expect(shown?.large).toMatchObject({ text: 'مداومة', lang: 'ar' });
    expect(shown?.others).toMatchObject([{ text: 'Une permanence', lang: 'fr' }]);
    expect(optionsOf({ options: [carried] }, null, false, order, nothing)[0]?.large).toBeNull();
  });
});
