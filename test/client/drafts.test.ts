import { describe, expect, it } from '@jest/globals';
import type { DraftRecord } from '../../client/lib/database.ts';
import { type DraftStore, Drafts } from '../../client/lib/drafts.ts';

function store(): DraftStore & { records: Map<string, DraftRecord>; broken: boolean } {
  const records = new Map<string, DraftRecord>();
  const made = {
    records,
    broken: false,
    all: async () => [...records.values()],
    put: async (record: DraftRecord) => {
      if (made.broken) throw new Error('full');
      records.set(record.key, record);
    },
    remove: async (key: string) => {
      if (made.broken) throw new Error('full');
      records.delete(key);
    },
  };
  return made;
}

describe('drafts', () => {
  it('are kept as typed, survive the page, and are each person’s own', async () => {
    const kept = store();
    const drafts = new Drafts('p', kept);
    drafts.set('q1', 'half a');
    drafts.set('q1', 'half a thought');
    expect(drafts.of('q1').state.value).toBe('typing');
    await drafts.flush();
    expect(drafts.of('q1').state.value).toBe('kept');
    const later = new Drafts('p', kept);
    await later.load();
    expect(later.of('q1').text.value).toBe('half a thought');
    expect(later.unsent).toBe(1);
    const other = new Drafts('q', kept);
    await other.load();
    expect(other.of('q1').text.value).toBe('');
  });

  it('do not put an older text in the place of what is being typed', async () => {
    const kept = store();
    kept.records.set('p/q1', { key: 'p/q1', text: 'old', at: 1 });
    const drafts = new Drafts('p', kept);
    const loading = drafts.load();
    drafts.set('q1', 'new');
    await loading;
    expect(drafts.of('q1').text.value).toBe('new');
    await drafts.flush();
  });

  it('say truthfully where they are when the browser keeps nothing', async () => {
    const kept = store();
    kept.broken = true;
    const drafts = new Drafts('p', kept);
    drafts.set('q1', 'a thought');
    await drafts.flush();
    expect(drafts.of('q1').state.value).toBe('page');
    expect(drafts.of('q1').text.value).toBe('a thought');
  });

  it('leave nothing behind once the text has gone where it was meant for', async () => {
    const kept = store();
    const drafts = new Drafts('p', kept);
    drafts.set('q1', 'sent');
    await drafts.flush();
    await drafts.clear('q1');
    expect(kept.records.size).toBe(0);
    expect(drafts.of('q1').state.value).toBe('empty');
  });
});
