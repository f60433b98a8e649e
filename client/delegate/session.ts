import { batch, computed, effect, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Consents } from '../../server/domain/commands.ts';
import type { CommandAnswer, JoinedAnswer } from '../../server/domain/protocol.ts';
import type { Language } from '../../server/domain/text.ts';
import type { MeetingView, SelfView } from '../../server/domain/view.ts';
import { post } from '../lib/api.ts';
import { askToKeep, clearDatabase, readProfile, writeProfile } from '../lib/database.ts';
import { codeDigits } from '../lib/digits.ts';
import { Documents } from '../lib/documents.ts';
import { Drafts } from '../lib/drafts.ts';
import { Live } from '../lib/live.ts';
import { OtherTabs } from '../lib/other-tabs.ts';
import { type AddOptions, Outbox } from '../lib/outbox.ts';
import { forgetPerson, notePerson, type PhonePerson } from '../lib/people.ts';
import { startAnewAfterRehearsal } from '../lib/start-anew.ts';
import { setLanguage } from '../lib/words.ts';

/** Who this phone is in a meeting. */
interface Me {
  readonly participant: string;
  readonly personalCode: string | null;
  /** The join code of the meeting. */
  readonly code: string;
}

const UNAVAILABLE: CommandAnswer = { ok: false, rejection: { code: 'UNAVAILABLE' } };

/** How long a phone that knows nobody waits for the server to recognise it, before it asks who is there. */
const RECOGNISE_WITHIN = 700;

/** What one person keeps on this phone: what waits to be sent, and what is being written. */
interface Belongings {
  readonly outbox: Outbox;
  readonly drafts: Drafts;
}

/** The person who now has this phone: the connection, what waits to be sent, what is being written. */
export class Session {
  readonly live = new Live('participant');
  readonly me = signal<Me | null>(null);
  readonly outbox = signal<Outbox | null>(null);
  readonly drafts = signal<Drafts | null>(null);
  readonly documents = new Documents();
  /** The personal code is to be shown once, right after joining. */
  readonly welcome = signal(false);
  /** The join code in the page's address: /j/123456. */
  readonly codeInAddress = codeDigits(/^\/j\/(.*)$/.exec(decodeURIComponent(location.pathname))?.[1] ?? '');
  /** An activity that the person looks at instead of what is on now. */
  readonly lookingAt = signal<string | null>(null);
  /** The phone is being handed over: to somebody who was here before, or (null) to anybody. */
  readonly handingOver = signal<{ readonly to: PhonePerson | null } | null>(null);

  #noted = '';
  readonly #patience = signal(true);
  /** Joined or came back since the page was opened: the address no longer counts. */
  readonly #entered = signal(false);
  readonly meeting = this.live.value<MeetingView>('meeting');
  /** Of everybody who has had the phone since the page was opened: what was not kept in the browser lives here. */
  readonly #belongings = new Map<string, Belongings>();
  readonly #otherTabs = new OtherTabs(() => void this.#startAnew());

  /** `starting`: too early to say; `joining`: ask who is there; `in`. */
  readonly phase = computed<'starting' | 'joining' | 'in'>(() => {
    const state = this.live.state.value;
    if (this.handingOver.value) return 'joining';
    if (state === 'live') return this.#elsewhere() ? 'joining' : 'in';
    // A page that is too old says so where it stands; any other refusal means that the server knows nobody here.
    if (state === 'refused' && this.live.refusal.value?.code !== 'CLIENT_TOO_OLD') return 'joining';
    if (this.me.value) return this.#elsewhere() ? 'joining' : 'in';
    return this.#patience.value ? 'starting' : 'joining';
  });

  /** The consents as last chosen, also while that is on its way. */
  readonly consents = computed<Consents>(() => {
    const waiting = this.#waiting('core.SetConsents') as Consents | undefined;
    return waiting ?? this.live.self.value?.consents ?? { present: false, words: false };
  });

  /** Reads what the phone keeps and connects. */
  async begin(): Promise<void> {
    // At once: on a slow phone the way to the server takes longer than everything else.
    this.live.start();
    startAnewAfterRehearsal(this.live, () => this.#clear());
    this.me.value = (await readProfile<Me>('me')) ?? null;
    if (this.me.value) this.#be(this.me.value.participant);
    setTimeout(() => {
      this.#patience.value = false;
    }, RECOGNISE_WITHIN);
    effect(() => {
      const self = this.live.self.value;
      if (self) this.#recognised(self);
    });
    effect(() => {
      if (this.live.state.value === 'live') this.outbox.value?.resume();
    });
    effect(() => {
      // The first answer is here: now there is time for the letters as they are meant.
      if (this.live.state.value !== 'connecting') document.documentElement.dataset.answered = '';
    });
    effect(() => {
      // What was taken away for good is not kept here either, as the start of an edit.
      for (const { id, text } of this.live.self.value?.items ?? []) {
        const draft = text === null ? this.drafts.value?.of(`edit/${id}`) : undefined;
        if (draft && draft.text.value !== '') void this.drafts.value?.clear(`edit/${id}`);
      }
    });
    const leaving = () => {
      void this.drafts.value?.flush();
      this.outbox.value?.release();
    };
    addEventListener('pagehide', leaving);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') leaving();
    });
  }

  /**
   * Takes the place that the server gave: on joining, or on coming back with a personal code. Whoever had the phone
   * before leaves it with all that is theirs: it waits here, and goes out when they are back.
   */
  async enter({ participant, personalCode }: JoinedAnswer, code: string, isNew: boolean): Promise<void> {
    await this.drafts.value?.flush();
    // Their connection ends before anything of the next person is shown or sent.
    this.live.stop();
    batch(() => {
      this.me.value = { participant, personalCode, code };
      this.#be(participant);
      this.welcome.value = isNew;
      this.lookingAt.value = null;
      this.handingOver.value = null;
    });
    await writeProfile('me', this.me.value);
    await notePerson({ participant, name: '', code });
    this.#otherTabs.tell();
    void askToKeep();
    history.replaceState(null, '', '/');
    // The browser does not say so by itself; whoever follows the address is now on the first tab.
    dispatchEvent(new Event('hashchange'));
    this.#entered.value = true;
    this.live.start();
  }

  /** Keeps a command on the phone and sends it as soon as that is possible. */
  async give(type: string, data: unknown): Promise<void> {
    await this.outbox.value?.add(type, data);
  }

  /**
   * Like `give`, for what only counts as it was chosen last: an earlier choice that is still here is dropped, where it
   * was for the same activity. `hold`: milliseconds in which the next choice may still take its place.
   */
  async choose(type: string, data: object, hold: AddOptions['hold'] = 0): Promise<void> {
    const activityOf = (of: unknown) => (of as { activity?: string }).activity;
    const insteadOf: AddOptions['insteadOf'] = (entry) =>
      entry.type === type && activityOf(entry.data) === activityOf(data);
    await this.outbox.value?.add(type, data, { insteadOf, hold });
  }

  async setLanguage(language: Language): Promise<void> {
    await setLanguage(language);
    if (this.live.self.value && this.live.self.value.lang !== language)
      await this.choose('core.SetLanguage', { lang: language });
  }

  /** The phone goes to somebody else: to one who was here before, or to anybody. Until they are in, nothing changes. */
  handOver(to: PhonePerson | null): void {
    this.outbox.value?.release();
    this.handingOver.value = { to };
    scrollTo(0, 0);
  }

  /**
   * This phone is nobody's any more, and keeps nothing of the person who had it; what others left on it stays. False
   * where the server could not be told: then nothing has changed.
   */
  async forget(): Promise<boolean> {
    this.live.stop();
    const answer = await post('/api/forget', { surface: 'participant' });
    if (!answer.ok) {
      this.live.start();
      return false;
    }
    await this.#clear();
    this.#otherTabs.tell();
    location.replace('/');
    return true;
  }

  /** Takes away whatever this browser keeps of the person who has the phone. */
  async #clear(): Promise<void> {
    // What was typed last is kept now, so that nothing of it is written after everything has been cleared.
    await this.drafts.value?.flush();
    const others = this.me.value ? await forgetPerson(this.me.value.participant) : [];
    if (others.length === 0) await clearDatabase();
  }

  /** The address names another meeting than the one this phone is in. */
  #elsewhere(): boolean {
    const code = this.meeting.value?.code;
    return !this.#entered.value && this.codeInAddress.length === 6 && code !== undefined && code !== this.codeInAddress;
  }

  #waiting(type: string): unknown {
    const waiting = this.outbox.value?.entries.value.filter((entry) => entry.type === type && !entry.rejection) ?? [];
    return waiting[waiting.length - 1]?.data;
  }

  #be(participant: string): void {
    const { outbox, drafts } = this.#belongings.get(participant) ?? this.#belongingsOf(participant);
    this.#belongings.set(participant, { outbox, drafts });
    this.outbox.value = outbox;
    this.drafts.value = drafts;
    void outbox.load();
    void drafts.load();
  }

  #belongingsOf(participant: string): Belongings {
    const { live } = this;
    /** Whether the server takes what is sent now as this person's. */
    const speaksForThem = () => live.state.peek() === 'live' && live.self.peek()?.participant === participant;
    const outbox = new Outbox(participant, {
      connected: speaksForThem,
      // Asked again at the last instant: the phone may have changed hands since it was decided to send.
      send: async (type, data, id) => (speaksForThem() ? live.send(type, data, id) : UNAVAILABLE),
      now: () => live.now(),
      changed: () => this.#selfChanges(),
    });
    return { outbox, drafts: new Drafts(participant) };
  }

  /** Another tab has given the phone to somebody else: this one shows them, too. What was typed here is kept first. */
  async #startAnew(): Promise<void> {
    this.live.stop();
    await this.drafts.value?.flush();
    location.reload();
  }

  /** Resolves once the server has sent the person's own view anew. */
  #selfChanges(): Promise<void> {
    const before = this.live.self.peek();
    return new Promise((resolve) => {
      const stop = this.live.self.subscribe((self) => {
        if (self === before) return;
        resolve();
        // Not before `subscribe` has returned.
        queueMicrotask(() => stop());
      });
    });
  }

  /** Notes who has the phone, each time that something new is known of them. */
  #note(person: PhonePerson): void {
    const noted = JSON.stringify(person);
    if (noted === this.#noted) return;
    this.#noted = noted;
    void notePerson(person);
  }

  #recognised(self: SelfView): void {
    const code = this.meeting.peek()?.code ?? '';
    this.#note({ participant: self.participant, name: self.name ?? '', code });
    if (this.me.peek()?.participant === self.participant) return;
    void this.drafts.peek()?.flush();
    this.lookingAt.value = null;
    this.me.value = { participant: self.participant, personalCode: null, code };
    void writeProfile('me', this.me.value);
    this.#be(self.participant);
  }
}

const Context = createContext<Session | null>(null);
export const SessionProvider = Context.Provider;

export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('no session around this component');
  return session;
}
