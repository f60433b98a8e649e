import type { ActivityId, ItemId, ParticipantId } from '../../domain/ids.ts';
import type { FloorView } from '../../domain/parts/floor.ts';
import { show } from '../../domain/view.ts';
import type { Random } from '../random.ts';
import { momentOf } from './clock.ts';
import type { Desk } from './desk.ts';
import type { Phones } from './guests.ts';
import type { DemoScript, Step } from './script.ts';
import type { Stage } from './stage.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Turns at the floor, in milliseconds, and what lies between two. */
const SHORTEST_TURN = 55 * SECOND;
const LONGEST_TURN = 225 * SECOND;
const BETWEEN_TURNS = 25 * SECOND;

/** The two days, item by item. */
export class Programme {
  constructor(
    private readonly stage: Stage,
    private readonly script: DemoScript,
    private readonly desk: Desk,
    private readonly phones: Phones,
    private readonly random: Random,
    private readonly withoutPhone: ParticipantId,
  ) {}

  async run(): Promise<void> {
    const { programme } = this.script;
    for (const [i, step] of programme.entries()) {
      const next = programme[i + 1];
      await this.hold(step, next ? this.moment(next) : this.moment(step) + 40 * MINUTE);
    }
  }

  private moment = ({ date, at }: Step): number => momentOf(date, at, this.stage.state.file?.timezone ?? 'UTC');

  private async hold(step: Step, end: number): Promise<void> {
    const { stage, desk } = this;
    const start = this.moment(step) + this.random.below(45) * SECOND;
    await stage.clock.until(start);
    await stage.direct('core.StartItem', { item: desk.item(step.item) });
    if (step.screen) await desk.screen(step.screen);
    const activities = stage.state.file?.agenda.find(({ id }) => id === step.item)?.activities ?? [];
    if (activities.length > 0) this.phones.wake();
    const after = (minutes: number) => start + minutes * MINUTE;
    for (const [i, change] of step.changes.entries()) stage.clock.plan(after(2 + i), () => desk.change(change));
    for (const activity of activities) await this.answering(step, activity, start);
    if (step.leave > 0) this.leaving(step.leave, after(step.closes ?? 10), end);
    if (step.closes !== undefined) await stage.clock.until(after(step.closes + (step.more ?? 0)) + 150 * SECOND);
    for (const item of step.keyPoints) stage.clock.plan(end - 4 * MINUTE, () => desk.keyPoints(item));
    if (step.themes) stage.clock.plan(end - 6 * MINUTE, () => desk.group());
    if (step.turns > 0) await this.floor(step.turns, end - MINUTE);
    await stage.clock.until(end - SECOND);
  }

  /** While the room writes: what the desk does meanwhile, and the close. */
  private async answering(step: Step, activity: ActivityId, start: number): Promise<void> {
    const { stage, desk } = this;
    const { closes, reveal, more = 0 } = step;
    if (closes === undefined) return;
    const at = (minutes: number, act: () => Promise<void>) => stage.clock.plan(start + minutes * MINUTE, act);
    // Only what people write in has such a count.
    const written = stage.entries.has(`count/${activity}`);
    at(closes / 2, () => this.writeDown(activity));
    at(closes / 2 + 1, () => desk.slips(activity));
    if (step.pause && written) {
      at(closes / 3, async () => void (await stage.direct('core.PauseActivity', { activity })));
      at(closes / 3 + 2, async () => void (await stage.direct('core.OpenActivity', { activity })));
    }
    if (more > 0)
      at(closes - 2, async () => void (await stage.direct('core.AddTime', { activity, seconds: more * 60 })));
    if (reveal !== undefined) at(reveal, () => desk.reveal(activity));
    const close = closes + more;
    at(close - 0.5, () => this.phones.putRight(activity));
    at(close, async () => {
      await stage.direct('core.CloseActivity', { activity });
      await desk.merge(activity);
      desk.late(activity);
    });
    if (step.pin > 0 && written) {
      at(close + 3, () => desk.pin(activity, step.pin));
      at(close + 1, () => desk.slipOfTheHand(activity));
    }
  }

  /** The desk writes for somebody who has no phone. */
  private async writeDown(activity: ActivityId): Promise<void> {
    const { says, lang } = this.script.withoutPhone;
    for (const { activity: of, text } of says) {
      if (of !== activity) continue;
      const { items } = await this.stage.direct(
        this.stage.named(activity, 'Contribute'),
        { activity, text: text[lang], lang },
        this.withoutPhone,
      );
      for (const item of items ?? []) this.desk.translateLater(item as ItemId);
    }
  }

  /** People ask for the floor, the desk gives it to one after the other, and takes back what time is left for none. */
  private async floor(turns: number, end: number): Promise<void> {
    const { stage, random } = this;
    const queue = () => (show(stage.state, 'floor', 'desk') as FloorView).queue ?? [];
    for (let turn = 0; turn < turns; turn++) {
      await stage.clock.until(stage.clock.now() + BETWEEN_TURNS + random.below(30) * SECOND);
      const length = SHORTEST_TURN + random.below(LONGEST_TURN - SHORTEST_TURN);
      if (stage.clock.now() + length > end) break;
      for (const guest of random.shuffled(this.phones.present()).slice(0, queue().length === 0 ? 2 : random.below(2)))
        await stage.give(guest.id, 'floor.Ask', {});
      const next = queue()[0];
      if (!next) break;
      await stage.direct('floor.Give', { participant: next.participant });
      await stage.clock.until(stage.clock.now() + length);
      if (random.chance(50)) await stage.give(next.participant, 'floor.Yield', {});
      const { speaker } = show(stage.state, 'floor', 'desk') as FloorView;
      if (speaker) await stage.direct('floor.End', {});
    }
    for (const { participant } of queue()) await stage.direct('floor.Dismiss', { participant });
  }

  /** Some have a train to catch: most say so themselves, the desk notes the others. */
  private leaving(count: number, from: number, end: number): void {
    const { stage, random } = this;
    for (const [i, guest] of random.shuffled(this.phones.present()).slice(0, count).entries()) {
      const at = from + random.below(end - from);
      guest.stays = guest.stays.map(([begin, until]) => [begin, Math.min(until, at)]);
      stage.clock.plan(at, async () => {
        if (i % 4 === 3) await stage.direct('attendance.Leave', { participant: guest.id });
        else await stage.give(guest.id, 'attendance.Leave', {});
      });
    }
  }
}
