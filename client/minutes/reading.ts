import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { MinutesAbout } from '../../server/domain/minutes-about.ts';
import type { RejectionFrame } from '../../server/domain/protocol.ts';
import type { Language } from '../../server/domain/text.ts';
import { fetchMinutes, type MinutesSurface, type Scope } from './source.ts';

/** What a page shows of the minutes: the last that came, and what went wrong since. */
export class Reading {
  readonly busy = signal(true);
  readonly failure = signal<RejectionFrame | null>(null);
  readonly body = signal<HTMLElement | null>(null);
  readonly about = signal<MinutesAbout | null>(null);
  readonly scope = signal<Scope>('');
  /** What can be chosen, in the language of the minutes. */
  readonly days = signal<MinutesAbout['days']>([]);
  readonly surface: MinutesSurface;
  readonly language: ReadonlySignal<Language>;
  #daysIn: Language | null = null;
  #asked = 0;

  /** In `language`, as it is whenever the minutes are asked for. */
  constructor(surface: MinutesSurface, language: ReadonlySignal<Language>) {
    this.surface = surface;
    this.language = language;
  }

  /** Fetches the minutes as they now are. What is shown stays until the new ones are there. Never rejects. */
  async show(scope: Scope = this.scope.value): Promise<void> {
    const asked = ++this.#asked;
    const language = this.language.peek();
    this.busy.value = true;
    const needDays = scope !== '' && this.#daysIn !== language;
    const [fetched, whole] = await Promise.all([
      fetchMinutes(this.surface, language, scope),
      needDays ? fetchMinutes(this.surface, language, '') : undefined,
    ]);
    if (asked !== this.#asked) return;
    if (!fetched.ok) return this.fail(fetched.rejection);
    const listing = scope === '' ? fetched : whole;
    batch(() => {
      if (listing?.ok) {
        this.days.value = listing.about.days;
        this.#daysIn = language;
      }
      this.body.value = fetched.body;
      this.about.value = fetched.about;
      this.scope.value = scope;
      this.failure.value = null;
      this.busy.value = false;
    });
  }

  fail(rejection: RejectionFrame): void {
    batch(() => {
      this.failure.value = rejection;
      this.busy.value = false;
    });
  }
}
