import { type Signal, signal } from '@preact/signals';
import { type DraftRecord, database } from './database.ts';

/** kept: in the browser, it survives a restart. page: only as long as this page lives. */
export type DraftState = 'empty' | 'typing' | 'kept' | 'page';

export interface Draft {
  readonly text: Signal<string>;
  readonly state: Signal<DraftState>;
}

/** Where drafts are kept. Each method may reject: then the draft is not kept. */
export interface DraftStore {
  all(): Promise<readonly DraftRecord[]>;
  put(record: DraftRecord): Promise<void>;
  remove(key: string): Promise<void>;
}

const KEEP_AFTER = 400;

/** Texts as they are typed, by what they are for; kept in the browser a moment after the last letter. */
export class Drafts {
  readonly #prefix: string;
  readonly #store: DraftStore;
  readonly #drafts = new Map<string, Draft>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** `owner`: whose drafts these are on this phone. */
  constructor(owner: string, store: DraftStore = browserDrafts()) {
    this.#prefix = `${owner}/`;
    this.#store = store;
  }

  /** Takes up what an earlier page left. */
  async load(): Promise<void> {
    const records = await this.#store.all().catch(() => []);
    for (const { key, text } of records) {
      if (!key.startsWith(this.#prefix) || text === '') continue;
      const draft = this.of(key.slice(this.#prefix.length));
      // What has been typed since the page opened is newer.
      if (draft.state.value !== 'empty') continue;
      draft.text.value = text;
      draft.state.value = 'kept';
    }
  }

  /** The draft for a thing: `<activity>`, `<activity>/<row>/<column>`, `<activity>/<parent>` for a reply, `edit/<item>`. */
  of(key: string): Draft {
    let found = this.#drafts.get(key);
    if (!found) {
      found = { text: signal(''), state: signal('empty') };
      this.#drafts.set(key, found);
    }
    return found;
  }

  /** The drafts that have a text. */
  get unsent(): number {
    return [...this.#drafts.values()].filter((draft) => draft.text.value.trim() !== '').length;
  }

  /** Called with each letter typed. */
  set(key: string, text: string): void {
    const draft = this.of(key);
    draft.text.value = text;
    draft.state.value = text === '' ? 'empty' : 'typing';
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => void this.#keep(key), KEEP_AFTER),
    );
  }

  /** The text has gone where it was meant for. */
  async clear(key: string): Promise<void> {
    this.set(key, '');
    await this.#keep(key);
  }

  /** Keeps at once what was typed last: the page may be about to go. */
  async flush(): Promise<void> {
    await Promise.all([...this.#timers.keys()].map((key) => this.#keep(key)));
  }

  async #keep(key: string): Promise<void> {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
    const draft = this.of(key);
    const text = draft.text.value;
    try {
      if (text === '') await this.#store.remove(this.#prefix + key);
      else await this.#store.put({ key: this.#prefix + key, text, at: Date.now() });
      if (draft.text.value === text) draft.state.value = text === '' ? 'empty' : 'kept';
    } catch {
      if (draft.text.value === text) draft.state.value = text === '' ? 'empty' : 'page';
    }
  }
}

/** Drafts in the browser's database. */
export function browserDrafts(): DraftStore {
  const open = async () => {
    const db = await database();
    if (!db) throw new Error('this browser keeps nothing');
    return db;
  };
  return {
    all: async () => (await open()).getAll('drafts'),
    put: async (record) => {
      await (await open()).put('drafts', record);
    },
    remove: async (key) => {
      await (await open()).delete('drafts', key);
    },
  };
}
