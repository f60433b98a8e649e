import { describe, expect, it } from '@jest/globals';
import { effect } from '@preact/signals';
import { Stream } from '../../client/lib/stream.ts';
import { ViewStore } from '../../client/lib/view-store.ts';

function streamed() {
  const store = new ViewStore();
  const stream = new Stream(store);
  stream.snapshot({
    epoch: 'e',
    seq: 4,
    entries: [
      ['agenda', 'a'],
      ['c/1', 'one'],
      ['c/2', 'two'],
    ],
  });
  return { store, stream };
}

describe('the stream', () => {
  it('applies patches that follow, and refuses one that leaves a gap, changing nothing', () => {
    const { store, stream } = streamed();
    expect(stream.patch({ from: 4, to: 5, entries: [['c/1', 'changed']] })).toBe(true);
    expect(stream.patch({ from: 6, to: 7, entries: [['c/1', 'too far']] })).toBe(false);
    expect(stream.place).toEqual({ last: 5, epoch: 'e' });
    expect(store.value('c/1').value).toBe('changed');
    expect(stream.agrees({ epoch: 'e', seq: 5 })).toBe(true);
    expect(stream.agrees({ epoch: 'other', seq: 5 })).toBe(false);
  });

  it('takes a tally that comes without an event of its own', () => {
    const { store, stream } = streamed();
    expect(stream.patch({ from: 4, to: 4, entries: [['n/1', { n: 2 }]] })).toBe(true);
    expect(store.value('n/1').value).toEqual({ n: 2 });
  });

  it('puts a snapshot in the place of everything, also of what it no longer holds', () => {
    const { store, stream } = streamed();
    const gone = store.value('c/2');
    const list = store.keys('c/');
    stream.snapshot({
      epoch: 'f',
      seq: 9,
      entries: [
        ['c/1', 'one'],
        ['c/3', 'three'],
      ],
    });
    expect(gone.value).toBeUndefined();
    expect(list.value).toEqual(['c/1', 'c/3']);
    expect([...store.entries().keys()]).toEqual(['c/1', 'c/3']);
  });
});

describe('the view as signals', () => {
  it('tells only whom a patch concerns, and once', () => {
    const { store, stream } = streamed();
    const told: string[] = [];
    effect(() => void told.push(`1:${store.value('c/1').value}`));
    effect(() => void told.push(`2:${store.value('c/2').value}`));
    effect(() => void told.push(`list:${store.keys('c/').value.length}`));
    effect(() => void told.push(`both:${store.value('c/1').value}${store.value('agenda').value}`));
    told.length = 0;
    stream.patch({
      from: 4,
      to: 6,
      entries: [
        ['c/1', 'x'],
        ['agenda', 'b'],
      ],
    });
    expect(told.sort()).toEqual(['1:x', 'both:xb']);
    told.length = 0;
    stream.patch({ from: 6, to: 7, entries: [['c/2', null]] });
    expect(told.sort()).toEqual(['2:undefined', 'list:1']);
  });
});
