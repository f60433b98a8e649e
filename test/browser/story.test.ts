import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { firstDay } from './story/first-day.ts';
import { minutes } from './story/minutes.ts';
import { fourQuestions } from './story/questions.ts';
import { secondAfternoon, secondMorning } from './story/second-day.ts';
import { Stage } from './story/stage.ts';

describe('the whole Sfax meeting, over two days and in three languages, in a browser', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.set();
  }, 60_000);
  afterAll(() => stage?.strike(), 30_000);

  for (const scenes of [firstDay, secondMorning, fourQuestions, secondAfternoon, minutes]) scenes(() => stage);

  it('no page complained', () => {
    const { desk, wall, delegates } = stage;
    expect([desk, wall, ...delegates].flatMap((person) => person.faults)).toEqual([]);
  });
});
