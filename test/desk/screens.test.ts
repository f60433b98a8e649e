import { describe, expect, it } from '@jest/globals';
import { signal } from '@preact/signals';
import { addressOf, screenOf, screensInUse, sourceOf } from '../../client/desk/screens/screens.ts';
import type { Live } from '../../client/lib/live.ts';
import type { ScreenView } from '../../server/domain/view.ts';

const first: ScreenView = { show: { mode: 'join' }, blank: false, frozen: true };
const third: ScreenView = { show: { mode: 'other' }, blank: true, frozen: false };
const seen = new Map<string, unknown>([
  ['screen', first],
  ['screen/3', third],
  ['meeting', { code: '123456' }],
]);
const live = {
  value: (key: string) => signal(seen.get(key)),
  keys: (prefix: string) => signal([...seen.keys()].filter((key) => key.startsWith(prefix))),
  now: () => 0,
} as unknown as Live;

describe('the screens at the desk', () => {
  it('are the first and those that were ever set; one that was not shows what is open', () => {
    expect(screensInUse(live)).toEqual([1, 3]);
    expect(screenOf(live, 1)).toBe(first);
    expect(screenOf(live, 3)).toBe(third);
    expect(screenOf(live, 2)).toEqual({ show: { mode: 'now' }, blank: false, frozen: false });
  });

  it('are previewed from their own state and the meeting that they share', () => {
    const source = sourceOf(live, 3);
    expect(source.value('screen').value).toBe(third);
    expect(source.value('meeting').value).toEqual({ code: '123456' });
  });

  it('have addresses of their own, with the secret at the end', () => {
    const url = 'https://halqa.example/screen#secret';
    expect(addressOf(url, 1)).toBe(url);
    expect(addressOf(url, 2)).toBe('https://halqa.example/screen?screen=2#secret');
  });
});
