import { beforeAll, describe, expect, it } from '@jest/globals';
import { cellNameOf, cellsOf } from '../../client/activities/matrix/desk-cells.ts';
import { useWords } from '../../client/lib/words.ts';
import type { MatrixConfig } from '../../server/domain/activities/matrix/schema.ts';
import { initial } from '../../server/domain/activities/matrix/state.ts';
import { configOf, type MatrixView } from '../../server/domain/activities/matrix/view.ts';
import type { ActivityId } from '../../server/domain/ids.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';

const table = sampleMeeting().activities.find(({ kind }) => kind === 'matrix');
const config: MatrixView = configOf(initial('table' as ActivityId, table?.config as MatrixConfig));
const total = (shown: number, endorsements = 0, contests = 0) => ({ shown, endorsements, contests });

describe('the cells of a matrix at the desk', () => {
  beforeAll(() => useWords({}, 'en'));

  it('are all there, in the order of the table, and weigh by entries and endorsements together', () => {
    const cells = cellsOf(config, { 'rights/strong': total(3), 'services/weak': total(1, 8, 2) });
    expect([...cells.keys()]).toEqual(['rights/strong', 'rights/weak', 'services/strong', 'services/weak']);
    expect([...cells.values()].map(({ heat }) => heat)).toEqual([2, 0, 0, 4]);
    expect(cells.get('services/weak')?.total.contests).toBe(2);
  });

  it('weigh by their entries where nobody may endorse', () => {
    const cells = cellsOf({ ...config, endorsements: false }, { 'rights/strong': total(3), 'rights/weak': total(2) });
    expect([...cells.values()].map(({ heat }) => heat)).toEqual([4, 3, 0, 0]);
  });

  it('are named by row and column', () => {
    expect(cellNameOf(config, 'rights/weak')).toBe('Rights · Weaknesses');
  });
});
