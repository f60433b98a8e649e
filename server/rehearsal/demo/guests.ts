import type { ProfileInput } from '../../domain/commands.ts';
import type { ActivityId, ItemId, ParticipantId } from '../../domain/ids.ts';
import type { MeetingFile } from '../../domain/meeting-file.ts';
import { isNoted } from '../../domain/parts/attendance.ts';
import { halfOf } from '../../domain/parts/half-day.ts';
import { kindOf } from '../../domain/state.ts';
import type { Language } from '../../domain/text.ts';
import { type Act, characterOf, Delegate } from '../behaviour.ts';
import type { Random } from '../random.ts';
import type { Conversation } from './conversation.ts';
import type { DemoScript } from './script.ts';
import type { Stage } from './stage.ts';

/** When somebody is at the meeting, or reads at home: [from, until) in milliseconds since 1970. */
type Stay = readonly [from: number, until: number];

export interface Guest {
  readonly id: ParticipantId;
  readonly profile: ProfileInput;
  readonly lang: Language;
  readonly delegate: Delegate;
  stays: Stay[];
}

/** Looks at a phone are this much further apart than in a rehearsal, where everything goes faster. */
const PACE = 3.4;
/** What lies open overnight is looked at a few times. */
const OVERNIGHT = 70;
const OVERNIGHT_MINUTES = 200;
/** After so many looks in which there was nothing to do, the next is twice as far away. */
const PATIENCE = 6;
const MINUTE = 60_000;

/** Everybody with a phone, as the script has them. */
export function guestsOf(
  script: DemoScript,
  file: MeetingFile,
  conversation: Conversation,
  random: Random,
  newId: () => string,
): Guest[] {
  return script.guests.flatMap(({ people, organisation, name, city = null, kind = null }) =>
    people.map(({ name: own, lang }) => {
      const listed = file.organisations.find(({ id }) => id === organisation);
      const profile: ProfileInput = {
        name: own,
        organisation: organisation ?? null,
        ...(name ? { organisationText: name[lang] } : {}),
        city: listed?.city ?? city,
        kind: listed?.kind ?? kind,
      };
      const delegate = new Delegate(characterOf(random, lang), conversation, random);
      conversation.introduce(delegate, { city: profile.city, kind: profile.kind ?? '' });
      return { id: newId() as ParticipantId, profile, lang, delegate, stays: [] };
    }),
  );
}

/** What the guests do on their phones, by themselves, while something is open. */
export class Phones {
  private readonly idle = new Set<Guest>();
  /** Looks in a row in which somebody did nothing. */
  private readonly quiet = new Map<Guest, number>();

  constructor(
    private readonly stage: Stage,
    private readonly conversation: Conversation,
    private readonly guests: readonly Guest[],
    private readonly random: Random,
    /** Told of each text that was sent, when it is there. */
    private readonly sent: (item: ItemId, activity: ActivityId) => void,
  ) {
    for (const guest of guests) this.idle.add(guest);
  }

  /** Something has been opened: everybody who is there takes their phone out, some sooner, some later. */
  wake(): void {
    const guests = [...this.idle];
    this.idle.clear();
    this.quiet.clear();
    for (const guest of guests) this.later(guest, 10_000 + this.random.below(100_000));
  }

  isThere({ stays }: Guest): boolean {
    const now = this.stage.clock.now();
    return stays.some(([from, until]) => from <= now && now < until);
  }

  present(): Guest[] {
    return this.guests.filter((guest) => this.isThere(guest));
  }

  /** Notes somebody whose phone is there in a new half-day, as the server does. */
  async arrive(guest: Guest): Promise<void> {
    const { state, clock } = this.stage;
    const half = halfOf(clock.now(), state.file?.timezone ?? 'UTC');
    if (isNoted(state.parts.attendance, guest.id, half)) return;
    await this.stage.give(null, 'attendance.Arrive', { participant: guest.id });
  }

  /** Before an activity closes, what went out without its end is put right. */
  async putRight(activity: ActivityId): Promise<void> {
    for (const { id, activity: of, status, text } of this.guests.flatMap((guest) => this.own(guest))) {
      const whole = of === activity && typeof text === 'string' ? this.conversation.whole(text) : undefined;
      const author = whole && this.guests.find((guest) => this.own(guest).some((item) => item.id === id));
      if (author && ['shown', 'pending'].includes(status))
        await this.stage.give(author.id, this.stage.named(activity, 'Edit'), { activity, item: id, text: whole });
    }
  }

  private own = (guest: Guest) => (this.stage.state.participants.has(guest.id) ? this.stage.self(guest.id).items : []);

  private later(guest: Guest, ms: number): void {
    this.stage.clock.after(ms, () => this.look(guest));
  }

  private async look(guest: Guest): Promise<void> {
    const open = this.openActivities();
    if (open.length === 0) {
      this.idle.add(guest);
      return;
    }
    const slow = open.every(({ minutes }) => (minutes ?? 0) > OVERNIGHT_MINUTES);
    const quiet = this.quiet.get(guest) ?? 0;
    const pause = guest.delegate.pause() * (slow ? OVERNIGHT : PACE) * (1 + quiet / PATIENCE);
    if (!this.isThere(guest)) {
      this.later(guest, slow ? pause : 4 * MINUTE);
      return;
    }
    await this.arrive(guest);
    const { state, near, clock } = this.stage;
    const act = guest.delegate.nextAct({
      entries: near,
      self: this.stage.self(guest.id),
      now: clock.now(),
      reading: (id) => {
        const instance = state.activities.get(id);
        return instance && kindOf(instance).reading?.(instance.slice, guest.lang);
      },
    });
    this.quiet.set(guest, act ? 0 : quiet + 1);
    if (act) await this.perform(guest, act);
    this.later(guest, pause);
  }

  private openActivities = () =>
    [...this.stage.state.activities.values()].filter(({ status }) => status === 'open' || status === 'closing');

  private async perform(guest: Guest, act: Act): Promise<void> {
    const data = this.aimed(guest, act);
    if (!data) return;
    const answer = await this.stage.give(guest.id, act.type, data);
    const { text, activity, item } = data;
    if (text === undefined || activity === undefined) return;
    if (!answer.ok) this.conversation.unsay(text);
    else for (const id of answer.items ?? (item ? [item] : [])) this.there(guest, id as ItemId, activity);
  }

  /** What was written stands: its author looks whether its language was understood, and others translate it. */
  private there(guest: Guest, item: ItemId, activity: ActivityId): void {
    this.sent(item, activity);
    const own = this.own(guest).find(({ id }) => id === item) as { readonly lang?: string } | undefined;
    if (own?.lang === undefined || own.lang === guest.lang) return;
    this.stage.clock.after(20_000 + this.random.below(60_000), async () => {
      await this.stage.give(guest.id, this.stage.named(activity, 'CorrectLanguage'), {
        activity,
        item,
        lang: guest.lang,
      });
    });
  }

  /** The same act, an answer going to what it answers; null where that is not there. */
  private aimed(guest: Guest, { data }: Act): Aimed | null {
    const act = data as Aimed;
    const { text, parent, item, activity } = act;
    const target = parent ?? item;
    // Only new texts that stand under another one are aimed.
    if (text === undefined || target === undefined || activity === undefined || this.conversation.whole(text))
      return act;
    if (item !== undefined && this.own(guest).some(({ id }) => id === item)) return act;
    const own = new Set<string>(this.own(guest).map(({ id }) => id));
    const targets = this.conversation.targetsOf(text, activity, own);
    if (targets === undefined) return act;
    const chosen = this.random.pick(targets)?.id;
    if (chosen) return { ...act, ...(parent === undefined ? { item: chosen } : { parent: chosen }) };
    this.conversation.unsay(text);
    return null;
  }
}

interface Aimed {
  readonly text?: string;
  readonly parent?: ItemId;
  readonly item?: ItemId;
  readonly activity?: ActivityId;
}
