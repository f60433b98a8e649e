import { computed, effect, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Consents } from '../../server/domain/commands.ts';
import type { JoinedAnswer } from '../../server/domain/protocol.ts';
import type { Language } from '../../server/domain/text.ts';
import type { MeetingView, SelfView } from '../../server/domain/view.ts';
import { post } from '../lib/api.ts';
import { askToKeep, clearDatabase, readProfile, writeProfile } from '../lib/database.ts';
import { codeDigits } from '../lib/digits.ts';
import { Drafts } from '../lib/drafts.ts';
import { Live } from '../lib/live.ts';
import { Outbox } from '../lib/outbox.ts';
import { setLanguage } from '../lib/words.ts';

/** Who this phone is in a meeting. */
export interface Me {
  readonly participant: string;
  readonly personalCode: string | null;
  /** The join code of the meeting. */
  readonly code: string;
}

/** How long a phone that knows nobody waits for the server to recognise it, before it asks who is there. */
const RECOGNISE_WITHIN = 700;

/** One person on one phone: the connection, what waits to be sent, what is being written. */
export class Session {
  readonly live = new Live('participant');
  readonly me = signal<Me | null>(null);
  readonly outbox = signal<Outbox | null>(null);
  readonly drafts = signal<Drafts | null>(null);
  /** The personal code is to be shown once, right after joining. */
  readonly welcome = signal(false);
  /** The join code in the page's address: /j/123456. */
  readonly codeInAddress = codeDigits(/^\/j\/(.*)$/.exec(decodeURIComponent(location.pathname))?.[1] ?? '');
  /** An activity that the person looks at instead of what is on now. */
  readonly lookingAt = signal<string | null>(null);

  readonly #patience = signal(true);
  /** Joined or came back since the page was opened: the address no longer counts. */
  readonly #entered = signal(false);
  readonly meeting = this.live.value<MeetingView>('meeting');

  /** `starting`: too early to say; `joining`: ask who is there; `in`. */
  readonly phase = computed<'starting' | 'joining' | 'in'>(() => {
    const state = this.live.state.value;
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
    addEventListener('pagehide', () => void this.drafts.value?.flush());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.drafts.value?.flush();
    });
  }

  /** Takes the place that the server gave: on joining, or on coming back with a personal code. */
  async enter({ participant, personalCode }: JoinedAnswer, code: string, isNew: boolean): Promise<void> {
    this.me.value = { participant, personalCode, code };
    this.#be(participant);
    this.welcome.value = isNew;
    await writeProfile('me', this.me.value);
    void askToKeep();
    history.replaceState(null, '', '/');
    this.#entered.value = true;
    this.live.stop();
    this.live.start();
  }

  /** Keeps a command on the phone and sends it as soon as that is possible. */
  async give(type: string, data: unknown): Promise<void> {
    await this.outbox.value?.add(type, data);
  }

  /** Like `give`, for what only counts as it was chosen last: an earlier choice that is still here is dropped. */
  async choose(type: string, data: unknown): Promise<void> {
    const outbox = this.outbox.value;
    for (const entry of outbox?.entries.value ?? []) if (entry.type === type) await outbox?.take(entry.id);
    await outbox?.add(type, data);
  }

  async setLanguage(language: Language): Promise<void> {
    await setLanguage(language);
    if (this.live.self.value && this.live.self.value.lang !== language)
      await this.choose('core.SetLanguage', { lang: language });
  }

  /** This phone is nobody's any more. False where the server could not be told: then nothing has changed. */
  async forget(): Promise<boolean> {
    this.live.stop();
    const answer = await post('/api/forget', { surface: 'participant' });
    if (!answer.ok) {
      this.live.start();
      return false;
    }
    await clearDatabase();
    location.replace('/');
    return true;
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
    const { live } = this;
    const outbox = new Outbox(participant, {
      connected: () => live.state.peek() === 'live' && live.self.peek()?.participant === participant,
      send: (type, data, id) => live.send(type, data, id),
      now: () => live.now(),
    });
    const drafts = new Drafts(participant);
    this.outbox.value = outbox;
    this.drafts.value = drafts;
    void outbox.load();
    void drafts.load();
  }

  #recognised(self: SelfView): void {
    if (this.me.peek()?.participant === self.participant) return;
    this.me.value = { participant: self.participant, personalCode: null, code: this.meeting.peek()?.code ?? '' };
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
