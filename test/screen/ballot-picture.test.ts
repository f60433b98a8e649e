import { describe, expect, it } from '@jest/globals';
import { signal } from '@preact/signals';
import { type OptionStanding, textsOfOptions } from '../../client/activities/ballot/option-texts.ts';
import { groupsShown, optionsOf } from '../../client/activities/ballot/screen-options.ts';
import type { OptionView } from '../../server/domain/activities/ballot/view.ts';
import type { ItemId, Reference } from '../../server/domain/ids.ts';
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
const nothing = new Map<string, OptionStanding>();

describe('the options on the screen', () => {
  it('keep their places while votes come in, and come largest first once it is closed', () => {
    const live = optionsOf({ options }, { results: results, groups: {} }, false, order, nothing);
    expect(live.map(({ id, dots }) => [id, dots])).toEqual([
      ['o1', 2],
      ['o2', 7],
      ['o3', 2],
    ]);
    const closed = optionsOf({ options }, { results: results, groups: {} }, true, order, nothing);
    expect(closed.map(({ id }) => id)).toEqual(['o2', 'o1', 'o3']);
  });

  it('say nothing of dots while results wait, not even by their order', () => {
    const waiting = optionsOf({ options }, undefined, false, order, nothing);
    expect(waiting.map(({ id, dots }) => [id, dots])).toEqual([
      ['o1', null],
      ['o2', null],
      ['o3', null],
    ]);
  });

  it('leave withdrawn ones out, and count one that nobody chose as none', () => {
    const only: Record<string, ReturnType<typeof result>> = { o1: result(1) };
    const some = [options[0]!, option('o2', all('Time'), { withdrawn: true }), options[2]!];
    expect(
      optionsOf({ options: some }, { results: only, groups: {} }, true, order, nothing).map(({ id, dots }) => [
        id,
        dots,
      ]),
    ).toEqual([
      ['o1', 1],
      ['o3', 0],
    ]);
  });

  it('stand in the first language, with the others after it', () => {
    const [shown] = optionsOf({ options }, undefined, false, ['fr', 'ar'], nothing);
    expect(shown?.large).toEqual({ text: 'Money (fr)', lang: 'fr', dir: 'ltr' });
    expect(shown?.others).toEqual([{ text: 'Money (ar)', lang: 'ar', dir: 'rtl' }]);
  });

  it('stand in what there is, where the desk typed one language', () => {
    const [shown] = optionsOf(
      { options: [option('x', { fr: 'Le temps' })] },
      undefined,
      false,
      ['ar', 'fr', 'en'],
      nothing,
    );
    expect(shown?.large).toMatchObject({ text: 'Le temps', lang: 'fr' });
    const [foreign] = optionsOf({ options: [option('x', { en: 'Time' })] }, undefined, false, ['ar', 'fr'], nothing);
    expect(foreign?.large).toMatchObject({ text: 'Time', lang: 'en' });
  });

  it('stand in the words of the item that was carried over, as long as the room may read it', () => {
    const carried = option('x', null, { item: 'c1' as ItemId });
    const view = contribution({ text: 'Une permanence', translations: { ar: { text: 'مداومة', earlier: false } } });
    const texts = new Map([['x', { id: 'c1' as ItemId, view, was: null, twin: false }]]);
    const [shown] = optionsOf({ options: [carried] }, undefined, false, order, texts);
    expect(shown?.large).toMatchObject({ text: 'مداومة', lang: 'ar' });
    expect(shown?.others).toMatchObject([{ text: 'Une permanence', lang: 'fr' }]);
    expect(shown?.ref).toBeNull();
    expect(optionsOf({ options: [carried] }, undefined, false, order, nothing)[0]?.large).toBeNull();
  });

  it('have their dots in parts by group, the largest first and the others last, up to four groups', () => {
    const groups = { '': 4, small: 2, city: 3 };
    const all = { o1: { dots: 9, voters: 9, groups: { city: 5, '': 4 } } };
    expect(groupsShown({ results: all, groups })).toEqual(['city', 'small', '']);
    const [first, second] = optionsOf({ options }, { results: all, groups }, true, order, nothing);
    expect([first?.parts, second?.parts]).toEqual([
      [5, 0, 4],
      [0, 0, 0],
    ]);
    const others: Record<string, number>[] = [{}, { city: 1 }, { ...groups, a: 1, b: 1 }];
    for (const other of others) expect(groupsShown({ results: all, groups: other })).toEqual([]);
    expect(groupsShown({ results: null, groups: {} })).toEqual([]);
  });

  it('[BAL6] stand in the words of what their item was merged into, two with the same words by their references', () => {
    const whole = contribution({ ref: 'C2' as Reference, text: 'Une permanence', merged: [part('c1', 'C1')] });
    const source = room({ 'c/c2': whole });
    const both = ['c1', 'c2'].map((item) => option(item, null, { item: item as ItemId }));
    const shown = optionsOf({ options: both }, undefined, false, ['fr'], textsOfOptions(source, both));
    expect(shown.map(({ large, ref }) => [large?.text, ref])).toEqual([
      ['Une permanence', 'C1'],
      ['Une permanence', 'C2'],
    ]);
    // Where one of them is withdrawn, the other needs nothing to tell it apart.
    const one = [both[0]!, { ...both[1]!, withdrawn: true }];
    const [alone] = optionsOf({ options: one }, undefined, false, ['fr'], textsOfOptions(source, one));
    expect(alone).toMatchObject({ large: { text: 'Une permanence' }, ref: null });
    expect(textsOfOptions(source, one).get('c1')).toMatchObject({ was: 'C1', twin: false });
    expect(textsOfOptions(room({}), both).size).toBe(0);
  });
});

const part = (item: string, ref: string) => ({
  item: item as ItemId,
  ref: ref as Reference,
  by: { as: 'participant' as const },
});
const room = (values: Readonly<Record<string, unknown>>) =>
  ({
    value: (key: string) => signal(values[key]),
    keys: (prefix: string) => signal(Object.keys(values).filter((key) => key.startsWith(prefix))),
  }) as unknown as Parameters<typeof textsOfOptions>[0];
