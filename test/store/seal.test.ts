import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../server/store/canonical.ts';
import { commitment, sealer } from '../../server/store/seal.ts';

describe('canonical JSON', () => {
  it('does not depend on the order in which keys were set', () => {
    expect(canonicalJson({ b: 1, a: { d: [true, null], c: 'é' } })).toBe('{"a":{"c":"é","d":[true,null]},"b":1}');
    expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}');
  });

  it('reads back as what it was written from', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('sealing', () => {
  it('commits to the value with a salt of its own', () => {
    const one = sealer();
    const first = one.seal({ kind: 'text', text: 'the same' });
    const second = one.seal({ kind: 'text', text: 'the same' });
    expect(first.commitment).not.toBe(second.commitment);
    expect(first.id).not.toBe(second.id);
    expect(Buffer.from(first.id, 'base64url')).toHaveLength(16);
    expect(one.puts.map(({ id }) => id)).toEqual([first.id, second.id]);
    for (const [i, sealed] of [first, second].entries()) {
      const put = one.puts[i]!;
      expect(put.salt).toHaveLength(16);
      expect(commitment(put.salt, put.value)).toBe(sealed.commitment);
      expect(commitment(put.salt, { kind: 'text', text: 'another' })).not.toBe(sealed.commitment);
    }
  });
});
