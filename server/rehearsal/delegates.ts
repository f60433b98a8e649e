import { setMaxListeners } from 'node:events';
import type { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { ActivityId } from '../domain/ids.ts';
import type { CommandAnswer, LookupAnswer } from '../domain/protocol.ts';
import { ask } from './ask.ts';
import { Delegate } from './behaviour.ts';
import { corpusFor } from './corpus.ts';
import { crowd, type Guest } from './crowd.ts';
import { Ideas } from './ideas.ts';
import { agentFor } from './own-address.ts';
import { Phone } from './phone.ts';
import { Random } from './random.ts';
import { type AtWork, type DelegatesNews, type DelegatesTask, GUEST_HEADER } from './task.ts';

/*
 * Delegates over real sockets: they come one after the other, some late; some lose the network, write on without it, and
 * come back. What they do is behaviour.ts's; here is when, and over what connection.
 */

/** Milliseconds in which most of them come, and the share of a short rehearsal that it may be at most. */
const ARRIVING = 120_000;
const ARRIVING_SHARE = 0.45;
/** Percent of the delegates who come late, and whose network is bad. */
const LATE = 8;
const SHAKY = 25;
/** Percent of the looks of such a phone at which the network goes, and of the commands whose answer is lost. */
const DROPS = 10;
const CUTS = 12;
/** Milliseconds without a network. */
const AWAY = { least: 3000, most: 30_000 };
/** Milliseconds between news, and those that the last commands get at the end. */
const NEWS = 400;
const LAST = 5000;
const JOIN_TRIES = 5;

/** Sends as many delegates as the task says; `leave` calls them back before their time. */
export class Delegates implements AtWork {
  private readonly agent: Agent;
  private readonly random: Random;
  private readonly call = new AbortController();
  private readonly refused: Record<string, number> = {};
  private readonly documents = new Map<string, unknown>();
  private saved: string[] = [];
  private here = 0;
  private written = 0;
  private ended = false;
  private readonly done: Promise<void>;

  constructor(
    private readonly task: DelegatesTask,
    private readonly tell: (news: DelegatesNews) => void,
  ) {
    this.agent = agentFor(task, { keepAlive: true, maxSockets: 24 });
    this.random = new Random(task.seed);
    // All of them wait for it.
    setMaxListeners(0, this.call.signal);
    this.done = this.run();
  }

  /** Resolves when all have left. */
  leave(): Promise<void> {
    this.call.abort();
    return this.done;
  }

  end(): Promise<void> {
    this.ended = true;
    return this.leave();
  }

  /** The same, of their own accord. */
  whenOver(): Promise<void> {
    return this.done;
  }

  private async run(): Promise<void> {
    const { task, random } = this;
    const news = setInterval(() => this.report(false), NEWS);
    const time = setTimeout(() => this.call.abort(), task.ms);
    try {
      const { status, body } = await this.post('/api/lookup', { code: task.code });
      if (status !== 200) return;
      const corpus = corpusFor(task.meeting);
      const ideas = new Ideas(corpus, random);
      const guests = crowd(body as LookupAnswer, corpus.people, random, task.delegates);
      await Promise.all(guests.map((guest, i) => this.life(guest, ideas, new Random(task.seed + i + 1))));
    } catch {
      // The server is going: they have nowhere to go.
    } finally {
      clearInterval(news);
      clearTimeout(time);
      this.agent.destroy();
      this.report(true);
    }
  }

  /** From the door to the end. */
  private async life(guest: Guest, ideas: Ideas, random: Random): Promise<void> {
    const { task } = this;
    const arriving = Math.min(ARRIVING / task.speed, task.ms * ARRIVING_SHARE);
    const at = random.chance(LATE) ? arriving + random.next() * task.ms * 0.3 : arriving * random.next() ** 1.3;
    if (!(await this.pause(at * task.speed))) return;
    const cookie = await this.enter(guest, random);
    if (cookie === null) return;
    const phone = new Phone(task.origin, this.agent, cookie, {
      here: (is) => {
        this.here += is ? 1 : -1;
      },
      answered: (answer) => this.note(answer),
    });
    try {
      await this.attend(phone, guest, new Delegate(guest.character, ideas, random), random, cookie);
      await this.finish(phone);
    } finally {
      phone.leave();
    }
  }

  private async attend(phone: Phone, guest: Guest, delegate: Delegate, random: Random, cookie: string): Promise<void> {
    const shaky = random.chance(SHAKY);
    /** When the network is back; 0: it is there. */
    let back = 0;
    phone.connect();
    while (!phone.over && (await this.pause(delegate.pause()))) {
      if (Date.now() >= back) phone.connect();
      const { self } = phone;
      if (!self) continue;
      if (shaky && phone.connected && random.chance(DROPS)) {
        phone.drop();
        back = Date.now() + (AWAY.least + random.next() * (AWAY.most - AWAY.least)) / this.task.speed;
      }
      const act = delegate.nextAct({
        entries: phone.seen,
        self,
        now: phone.now(),
        reading: (activity) => this.reading(activity, guest, cookie),
      });
      if (!act) continue;
      phone.post(act);
      // Gone before the answer is there: nobody on the phone knows whether it was saved.
      if (shaky && random.chance(CUTS)) phone.drop();
    }
  }

  /** Before they go, those without a network come back to it, and what is kept on a phone is sent. */
  private async finish(phone: Phone): Promise<void> {
    const end = Date.now() + LAST;
    while (!this.ended && !phone.over && phone.unsent > 0 && Date.now() < end) {
      phone.connect();
      await wait(50);
    }
  }

  /** Joins like a phone; the cookie, or null where nobody was let in. */
  private async enter({ profile, consents, lang }: Guest, random: Random): Promise<string | null> {
    const id = Array.from({ length: 24 }, () => random.below(36).toString(36)).join('');
    for (let tries = 0; tries < JOIN_TRIES; tries++) {
      try {
        const { status, body, cookies } = await this.post('/api/join', {
          id,
          code: this.task.code,
          profile,
          consents,
          lang,
        });
        if (status === 200) return cookies[0] ?? null;
        const { rejection } = body as { rejection?: { code?: string } };
        this.refuse(rejection?.code ?? 'UNAVAILABLE');
        if (status < 500) return null;
      } catch {
        this.refuse('UNAVAILABLE');
      }
      if (!(await this.pause(1000))) return null;
    }
    return null;
  }

  /** A long text of an activity, fetched once a language. */
  private reading(activity: ActivityId, { lang }: Guest, cookie: string): unknown {
    const key = `${activity}/${lang}`;
    if (!this.documents.has(key)) {
      this.documents.set(key, undefined);
      ask(`${this.task.origin}/api/documents/${key}?surface=participant`, {
        agent: this.agent,
        headers: { cookie, [GUEST_HEADER]: this.task.key },
      }).then(
        ({ status, body }) => {
          if (status === 200) this.documents.set(key, body);
          else this.documents.delete(key);
        },
        () => this.documents.delete(key),
      );
    }
    return this.documents.get(key);
  }

  private note(answer: CommandAnswer): void {
    if (!answer.ok) return this.refuse(answer.rejection.code);
    this.written++;
    this.saved.push(...(answer.items ?? []));
  }

  private refuse(code: string): void {
    this.refused[code] = (this.refused[code] ?? 0) + 1;
  }

  private post(path: string, body: unknown) {
    return ask(this.task.origin + path, { agent: this.agent, headers: { [GUEST_HEADER]: this.task.key }, body });
  }

  /** Waits so many milliseconds of theirs; false where they have been called back meanwhile. */
  private async pause(ms: number): Promise<boolean> {
    const { signal } = this.call;
    await wait(ms / this.task.speed, undefined, { signal }).catch(() => {});
    return !signal.aborted;
  }

  private report(over: boolean): void {
    const { here, written, saved } = this;
    this.saved = [];
    this.tell({ here, written, refused: { ...this.refused }, saved, over });
  }
}
