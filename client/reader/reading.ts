import { batch, signal } from '@preact/signals';
import type { RejectionFrame } from '../../server/domain/protocol.ts';
import type { Language } from '../../server/domain/text.ts';
import { lang, setLanguage } from '../lib/words.ts';
import { enterByLink, fetchMinutes, scopesOf } from './source.ts';

/** What the page shows: the last minutes that came, and what went wrong since. */
export class Reading {
  readonly busy = signal(true);
  readonly failure = signal<RejectionFrame | null>(null);
  readonly body = signal<HTMLElement | null>(null);
  /** The chosen agenda item, '' for the whole meeting. */
  readonly item = signal('');
  readonly scopes = signal<ReturnType<typeof scopesOf>>([]);
  #scopesIn: Language | null = null;
  #asked = 0;

  /** Enters by the link in the address, then shows the minutes. Also tries again. */
  async begin(): Promise<void> {
    this.busy.value = true;
    const refused = await enterByLink();
    if (refused) this.#fail(refused);
    else await this.show();
  }

  /** Fetches the minutes as they now are. What is shown stays until the new ones are there. */
  async show(item = this.item.value): Promise<void> {
    const asked = ++this.#asked;
    const language = lang.value;
    this.busy.value = true;
    const needScopes = item !== '' && this.#scopesIn !== language;
    const [fetched, whole] = await Promise.all([
      fetchMinutes(language, item),
      needScopes ? fetchMinutes(language, '') : undefined,
    ]);
    if (asked !== this.#asked) return;
    if (!fetched.ok) return this.#fail(fetched.rejection);
    const listing = item === '' ? fetched : whole;
    batch(() => {
      if (listing?.ok) {
        this.scopes.value = scopesOf(listing.body);
        this.#scopesIn = language;
      }
      this.body.value = fetched.body;
      this.item.value = item;
      this.failure.value = null;
      this.busy.value = false;
    });
  }

  async speak(language: Language): Promise<void> {
    try {
      await setLanguage(language);
    } catch {
      return this.#fail({ code: 'UNAVAILABLE' });
    }
    await this.show();
  }

  #fail(rejection: RejectionFrame): void {
    batch(() => {
      this.failure.value = rejection;
      this.busy.value = false;
    });
  }
}
