import { describe, expect, it } from '@jest/globals';
import type { MinutesDocument } from '../../../server/domain/minutes-document.ts';
import { compose } from '../../../server/minutes/compose.ts';
import { minutesFormats } from '../../../server/minutes/formats.ts';
import { wordsFor } from '../../../server/words.ts';
import { heldMeeting } from '../meeting.ts';
import { differences, expectedOf, heldOf } from './made.ts';
import { rendered, saying, signed, twice, withMore, without } from './planted.ts';

const { meeting } = heldMeeting();
const held = heldOf(meeting);
const head = { seq: meeting.state.seq, hash: 'ab'.repeat(32) };
const doc = compose(meeting.state, { lang: 'fr', words: wordsFor('fr'), head, now: meeting.at });
const expected = expectedOf(held, 'fr');

const faults: Readonly<
  Record<string, { readonly fault: (doc: MinutesDocument) => MinutesDocument; readonly told: RegExp }>
> = {
  'a text left out': { fault: (of) => without(of, 'C8'), told: /C8/ },
  'a text twice': { fault: (of) => twice(of, 'C8'), told: /C8/ },
  'another text under a reference': {
    fault: (of) => saying(of, 'C8', 'Something else that nobody has said'),
    told: /C8/,
  },
  'a hidden text': { fault: (of) => withMore(of, 'C8', 'C5', 'MARKHIDDEN'), told: /hidden|C5/ },
  'an earlier wording': { fault: (of) => saying(of, 'C2', 'MARKEARLIER un groupe fixe'), told: /earlier wording|C2/ },
  'a name without consent': { fault: (of) => signed(of, 'C8', 'MARKNAMELESS'), told: /MARKNAMELESS/ },
};

describe('what compares minutes with the log', () => {
  it.each(minutesFormats)(
    'finds nothing in %s as it is, and every fault that is put into it',
    async (format) => {
      expect(await differences(await rendered(doc, format), format, [expected])).toEqual([]);
      for (const [name, { fault, told }] of Object.entries(faults)) {
        const found = await differences(await rendered(fault(doc), format), format, [expected]);
        expect([name, found.some((line) => told.test(line))]).toEqual([name, true]);
      }
    },
    60_000,
  );
});
