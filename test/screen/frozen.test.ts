import { describe, expect, it } from '@jest/globals';
import type { OptionsView } from '../../server/domain/activities/ballot/view.ts';
import type { Attribution } from '../../server/domain/attribution.ts';
import type { ContributionView } from '../../server/domain/contributions/view.ts';
import type { FloorView } from '../../server/domain/parts/floor.ts';
import type { AgendaView } from '../../server/domain/view.ts';
import { contribution } from './contribution.ts';
import { FrozenRoom, frozen, now } from './frozen-room.ts';

const amal = { as: 'name', name: 'Amal', organisation: null, city: null } as const satisfies Attribution;
const nobody: Attribution = { as: 'participant' };
const fr = (text: string) => ({ text, earlier: false });

describe('a frozen screen', () => {
  it('stays as it was, clock and people with it, and goes on once it is let go', () => {
    const room = new FrozenRoom({ 'n/one': { n: 3, earlier: 0 }, 'c/one': contribution() });
    room.here.value = { here: 20 };
    room.set({ screen: frozen });
    room.clock = 9000;
    room.here.value = { here: 25 };
    room.set({
      'n/one': { n: 4, earlier: 0 },
      'c/two': contribution({ text: 'Nouveau' }),
      'n/two': { n: 1, earlier: 0 },
    });
    expect(room.read('n/one')).toEqual({ n: 3, earlier: 0 });
    expect(room.keys('c/')).toEqual(['c/one']);
    expect(room.read('c/two')).toBeUndefined();
    expect(room.seen.now()).toBe(1000);
    expect(room.seen.here.value).toEqual({ here: 20 });
    room.set({ screen: now });
    expect(room.read('n/one')).toEqual({ n: 4, earlier: 0 });
    expect(room.keys('c/')).toEqual(['c/one', 'c/two']);
    expect(room.seen.now()).toBe(9000);
  });

  it('holds what came in the same patch as the freeze', () => {
    const room = new FrozenRoom({ people: { joined: 1 } });
    room.set({ screen: frozen, people: { joined: 2 } });
    room.set({ people: { joined: 3 } });
    expect(room.read('people')).toEqual({ joined: 2 });
  });

  it('holds nothing before the clock is known, then what is there, and the people once they are told', () => {
    const room = new FrozenRoom({ people: { joined: 1 } });
    room.ready.value = false;
    room.set({ screen: frozen });
    room.set({ people: { joined: 2 } });
    expect(room.read('people')).toEqual({ joined: 2 });
    room.clock = 5000;
    room.ready.value = true;
    room.set({ people: { joined: 3 } });
    room.here.value = { here: 2 };
    room.here.value = { here: 3 };
    room.ready.value = false;
    expect(room.read('people')).toEqual({ joined: 2 });
    expect(room.seen.now()).toBe(5000);
    expect(room.seen.here.value).toEqual({ here: 2 });
  });

  it('is blacked out as it stands, and takes another picture when it is given one', () => {
    const room = new FrozenRoom({ people: { joined: 1 } });
    room.set({ screen: frozen });
    room.set({ screen: { ...frozen, blank: true }, people: { joined: 2 } });
    expect(room.read('screen')).toEqual({ ...frozen, blank: true });
    expect(room.read('people')).toEqual({ joined: 1 });
    room.set({ screen: { ...frozen, show: { mode: 'join' } } });
    expect(room.read('people')).toEqual({ joined: 2 });
  });
});

describe('from a frozen screen goes at once', () => {
  const freeze = (key: string, value: unknown) => {
    const room = new FrozenRoom({ [key]: value });
    room.set({ screen: frozen });
    return {
      becomes: <T>(live: unknown): T | undefined => {
        room.set({ [key]: live });
        return room.read<T>(key);
      },
      room,
    };
  };
  const said = contribution({ by: amal, text: 'Premier', translations: { ar: fr('الأوّل'), en: fr('First') } });

  it('a text that is hidden, removed or withdrawn; shown again, it is back', () => {
    const { room, becomes } = freeze('c/one', said);
    expect(becomes(null)).toBeUndefined();
    expect(room.keys('c/')).toEqual([]);
    expect(becomes(said)).toEqual(said);
  });

  it('at the desk too, where hidden texts are known', () => {
    const shown = { ...said, status: 'shown' };
    expect(freeze('c/one', shown).becomes<ContributionView>({ ...shown, status: 'hidden' })?.status).toBe('hidden');
  });

  it('a wording that its author took back, without the new one', () => {
    const { room, becomes } = freeze('c/one', said);
    expect(becomes({ ...said, text: 'Second' })).toBeUndefined();
    expect(room.keys('c/')).toEqual([]);
  });

  it('a name without consent; one newly agreed to waits', () => {
    expect(freeze('c/one', said).becomes<ContributionView>({ ...said, by: nobody })?.by).toEqual(nobody);
    const anonymous = { ...said, by: nobody };
    expect(freeze('c/one', anonymous).becomes<ContributionView>(said)?.by).toEqual(nobody);
    const merged = { ...said, merged: [{ item: 'x', ref: 'C-2', by: amal }] };
    const without = { ...said, merged: [{ item: 'x', ref: 'C-2', by: nobody }] };
    expect(freeze('c/one', merged).becomes<ContributionView>(without)?.merged[0]?.by).toEqual(nobody);
  });

  it('a translation that is corrected or taken away, and no new one comes', () => {
    const live = { ...said, pinned: true, translations: { ar: fr('آخر'), tr: fr('Birinci') } };
    const kept = freeze('c/one', said).becomes<ContributionView>(live);
    expect(kept?.translations).toEqual({});
    expect(kept?.pinned).toBe(false);
    expect(freeze('c/one', said).becomes<ContributionView>({ ...said })?.translations).toEqual(said.translations);
  });

  it('an option that is withdrawn, and results that wait again', () => {
    const option = { id: 'o1', label: { fr: 'Un' }, detail: null, item: null, withdrawn: false };
    const options = { options: [option, { ...option, id: 'o2' }, { ...option, id: 'o3' }] };
    const live = {
      options: [{ ...option, withdrawn: true }, { ...option, id: 'o2', label: null }, options.options[2]],
    };
    const kept = freeze('options/b', options).becomes<OptionsView>(live)?.options;
    expect(kept?.map(({ id, withdrawn }) => [id, withdrawn])).toEqual([
      ['o1', true],
      ['o3', false],
    ]);
    const count = { voted: 5, results: { o1: { dots: 3 } }, groups: {} };
    expect(freeze('count/b', count).becomes({ voted: 7, results: null, groups: {} })).toEqual({
      ...count,
      results: null,
    });
  });

  it('whoever spoke, once their turn is over or their name may not be said', () => {
    const speaker = { name: 'Amal', organisation: null, organisationText: null, city: null, kind: 'k', since: 500 };
    const floor = { order: 'arrival', seconds: 120, speaker, waiting: 2 };
    const kept = (live: unknown) => freeze('floor', floor).becomes<FloorView>(live);
    expect(kept({ ...floor, waiting: 5 })).toEqual(floor);
    expect(kept({ ...floor, speaker: null })?.speaker).toBeNull();
    expect(kept({ ...floor, speaker: { ...speaker, name: 'Rim', since: 700 } })?.speaker).toBeNull();
    expect(kept({ ...floor, speaker: { ...speaker, name: null } })?.speaker?.name).toBeNull();
  });

  it('an item of the programme that is deleted; the others stay where they were', () => {
    const item = (id: string, title: string, start: string) => ({
      id,
      title: { ar: title, fr: title, en: title },
      start,
    });
    const agenda = { current: 'a', items: [item('a', 'A', '09:00'), item('b', 'B', '10:00')] };
    const live = { current: 'c', items: [item('a', 'A', '09:30'), item('c', 'C', '10:30')] };
    expect(freeze('agenda', agenda).becomes<AgendaView>(live)).toEqual({ current: 'a', items: [agenda.items[0]] });
  });

  it('nothing of the meeting’s lists: a name stands as it now is spelt', () => {
    expect(freeze('meeting', { code: '1', cities: ['Sfax'] }).becomes({ code: '1', cities: ['Sfaks'] })).toEqual({
      code: '1',
      cities: ['Sfaks'],
    });
  });
});
