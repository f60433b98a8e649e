import { describe, expect, it } from '@jest/globals';
import { shownOf } from '../../client/desk/shown-activity.ts';
import type { ActivityId } from '../../server/domain/ids.ts';
import type { ActivityView } from '../../server/domain/view.ts';

const activity = (id: string, status: ActivityView['status']): ActivityView => ({
  id: id as ActivityId,
  kind: 'discussion',
  status,
  openedAt: null,
  endsAt: null,
  remaining: null,
  closesAt: null,
  minutes: null,
  graceSeconds: 0,
  config: {},
  buckets: null,
});

describe('of an item’s activities', () => {
  const all = [activity('read', 'closed'), activity('ask', 'open'), activity('vote', 'open')];

  it('the first that is open stands in the middle, or the first where none is', () => {
    expect(shownOf(all, null)?.id).toBe('ask');
    expect(shownOf([activity('read', 'planned'), activity('ask', 'planned')], null)?.id).toBe('read');
    expect(shownOf([], null)).toBeUndefined();
  });

  it('the one that was chosen goes before; one of another item is no choice here', () => {
    expect(shownOf(all, 'read' as ActivityId)?.id).toBe('read');
    expect(shownOf(all, 'elsewhere' as ActivityId)?.id).toBe('ask');
  });
});
