import { describe, expect, it } from '@jest/globals';
import { addressKey } from '../../server/identity/address.ts';
import { joinCode, personalCode } from '../../server/identity/codes.ts';

describe('a join code, as people type it', () => {
  it.each([
    ['123456', '123456'],
    [' 123 456 ', '123456'],
    ['123-456', '123456'],
    ['123\u00a0456', '123456'],
    ['123\u2011456', '123456'],
    ['١٢٣٤٥٦', '123456'],
    ['۱۲۳ ۴۵۶', '123456'],
    ['१२३४५६', '123456'],
    ['１２３４５６', '123456'],
    ['000000', '000000'],
    ['٠٩٠٩٠٩', '090909'],
  ])('%j', (typed, code) => {
    expect(joinCode(typed)).toBe(code);
  });

  it.each(['', '12345', '1234567', 'abcdef', '12345O', '１２３４５', '12 34 5x'])('%j is none', (typed) => {
    expect(joinCode(typed)).toBeNull();
  });
});

describe('a personal code, as people type it', () => {
  it.each([
    ['ABCD-2345', 'ABCD2345'],
    ['abcd 2345', 'ABCD2345'],
    ['oILl2345', '01112345'],
    ['ABCD٢٣٤٥', 'ABCD2345'],
  ])('%j', (typed, code) => {
    expect(personalCode(typed)).toBe(code);
  });

  it.each(['', 'ABCD234', 'ABCD23456', 'ABCU2345', 'ÄBCD2345'])('%j is none', (typed) => {
    expect(personalCode(typed)).toBeNull();
  });
});

describe('the key of an address', () => {
  it.each([
    ['192.168.1.20', '192.168.1.20'],
    ['::ffff:192.168.1.20', '192.168.1.20'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2/64'],
    ['2001:db8::1', '2001:db8:0:0/64'],
    ['::1', '0:0:0:0/64'],
    ['fe80::1%eth0', 'fe80:0:0:0/64'],
  ])('of %s is %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
