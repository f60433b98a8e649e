import { describe, expect, it } from '@jest/globals';
import { firstQuestion, programme } from '../../server/rehearsal/lead.ts';
import { sampleMeeting } from '../support/sample-meeting.ts';
import { facilitator, TestMeeting } from '../support/test-meeting.ts';
import { sfax } from './simulated-room.ts';

const MINUTE = 60_000;
const items = (steps: ReturnType<typeof programme>) => steps.map(({ data }) => (data as { item: string }).item);
const state = (file = sfax()) => new TestMeeting({}, file).state;

describe('what a rehearsal opens by itself', () => {
  it('goes through the items with activities, in their order, in equal parts of the time', () => {
    const all = sfax().agenda.filter(({ activities }) => activities.length > 0);
    const steps = programme(state(), 60 * MINUTE);
    expect(items(steps)).toEqual(all.map(({ id }) => id));
    const part = (60 * MINUTE) / all.length;
    steps.forEach(({ at }, i) => {
      expect(at).toBeCloseTo(i * part);
    });
  });

  it('passes over what is there to be read, and then some more, where there would be less than half a minute', () => {
    const answered = ['contributions', 'roles', 'challenges', 'coherence', 'participation', 'consultation', 'funding'];
    const steps = programme(state(), 4 * MINUTE);
    expect(items(steps)).toEqual([...answered, 'take-home']);
    expect(steps.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((n) => n * 30_000));
    expect(items(programme(state(), 2 * MINUTE))).toEqual(['contributions', 'challenges', 'participation', 'funding']);
    expect(programme(state(), 1)).toHaveLength(1);
  });

  it('leaves out what is skipped', () => {
    const meeting = new TestMeeting();
    meeting.give(facilitator, 'agenda.Skip', { item: 'first', skipped: true });
    expect(items(programme(meeting.state, MINUTE))).toEqual(['second', 'work']);
    expect(items(firstQuestion(meeting.state))).toEqual(['second']);
  });

  it('opens the first item in which people say something, at once', () => {
    expect(firstQuestion(state())).toEqual([{ at: 0, type: 'core.StartItem', data: { item: 'contributions' } }]);
    const read = sampleMeeting();
    read.agenda = read.agenda.filter(({ id }) => (id as string) === 'work');
    read.agenda[0]!.activities = read.agenda[0]!.activities.filter((id) => (id as string) === 'dots');
    read.activities = read.activities.filter(({ id }) => (id as string) === 'dots');
    // Nothing to say: the first of all.
    expect(items(firstQuestion(state(read)))).toEqual(['work']);
  });

  it('opens nothing where there is nothing', () => {
    const file = { ...sampleMeeting(), activities: [] };
    file.agenda = file.agenda.map((entry) => ({ ...entry, activities: [] }));
    expect(firstQuestion(state(file))).toEqual([]);
    expect(programme(state(file), MINUTE)).toEqual([]);
  });
});
