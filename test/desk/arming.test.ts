import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ARMED_FOR, Arming } from '../../client/desk/arming.ts';

describe('the clicker', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('arms at the first press and fires at the second', () => {
    const arming = new Arming<string>();
    expect(arming.press('coffee')).toBe(false);
    expect(arming.armed.value).toBe('coffee');
    expect(arming.press('coffee')).toBe(true);
    expect(arming.armed.value).toBeNull();
  });

  it('forgets the first press after three seconds', () => {
    const arming = new Arming<string>();
    arming.press('coffee');
    jest.advanceTimersByTime(ARMED_FOR - 1);
    expect(arming.armed.value).toBe('coffee');
    jest.advanceTimersByTime(1);
    expect(arming.armed.value).toBeNull();
    expect(arming.press('coffee')).toBe(false);
  });

  it('does not fire what it was not armed for', () => {
    const arming = new Arming<string>();
    arming.press('coffee');
    expect(arming.press('lunch')).toBe(false);
    expect(arming.armed.value).toBe('lunch');
  });

  it('is disarmed by hand', () => {
    const arming = new Arming<string>();
    arming.press('coffee');
    arming.disarm();
    expect(arming.press('coffee')).toBe(false);
  });
});
