import { type Signal, signal } from '@preact/signals';
import type { RejectionFrame, Surface } from '../../server/domain/protocol.ts';
import type { Language } from '../../server/domain/text.ts';
import { type ApiResult, get } from './api.ts';
import { database } from './database.ts';

/** A long text as it stands with this page. */
export interface DocumentState<T> {
  /** Null as long as there is none. */
  readonly document: T | null;
  /** `asking`: the server is being asked for it; `kept`: out of reach, so this is what was kept; `current`: as it is now. */
  readonly state: 'asking' | 'kept' | 'current' | 'failed';
  readonly rejection: RejectionFrame | null;
}

/** The text of an activity in one language, from the server. */
export const fetchDocument = <T>(surface: Surface, activity: string, lang: Language): Promise<ApiResult<T>> =>
  get<T>(`/api/documents/${encodeURIComponent(activity)}/${lang}?surface=${surface}`);

/** Where documents are kept. Each method may reject: then nothing is kept. */
export interface DocumentStore {
  get(key: string): Promise<unknown>;
  put(key: string, document: unknown): Promise<void>;
}

/**
 * Long texts by activity and language. What has been read once is kept in the browser, so that it can be read without a
 * network, and asked for again each time it is opened with one.
 */
export class Documents {
  readonly #store: DocumentStore;
  readonly #ask: typeof fetchDocument;
  readonly #known = new Map<string, Signal<DocumentState<unknown>>>();

  constructor(store: DocumentStore = browserDocuments(), ask: typeof fetchDocument = fetchDocument) {
    this.#store = store;
    this.#ask = ask;
  }

  /** What is known of it; follow with `open`. */
  of<T>(meeting: string, activity: string, lang: Language): Signal<DocumentState<T>> {
    const key = `${meeting}/${activity}/${lang}`;
    let found = this.#known.get(key);
    if (!found) {
      found = signal<DocumentState<unknown>>({ document: null, state: 'asking', rejection: null });
      this.#known.set(key, found);
    }
    return found as Signal<DocumentState<T>>;
  }

  /** Shows what is kept, and asks the server whether it still stands so. */
  async open(meeting: string, activity: string, lang: Language): Promise<void> {
    const key = `${meeting}/${activity}/${lang}`;
    const shown = this.of<unknown>(meeting, activity, lang);
    shown.value = { ...shown.value, state: 'asking', rejection: null };
    const asked = this.#ask<unknown>('participant', activity, lang);
    if (shown.value.document === null) {
      const kept = await this.#store.get(key).catch(() => undefined);
      if (kept !== undefined && shown.value.document === null) shown.value = { ...shown.value, document: kept };
    }
    const answer = await asked;
    if (answer.ok) {
      const same = JSON.stringify(answer.body) === JSON.stringify(shown.value.document);
      shown.value = { document: same ? shown.value.document : answer.body, state: 'current', rejection: null };
      await this.#store.put(key, answer.body).catch(() => undefined);
    } else
      shown.value =
        shown.value.document === null
          ? { document: null, state: 'failed', rejection: answer.rejection }
          : { ...shown.value, state: 'kept' };
  }

  /** Fetches it for later, where it has not been kept yet. False where that did not work. */
  async fetchAhead(meeting: string, activity: string, lang: Language): Promise<boolean> {
    const shown = this.of<unknown>(meeting, activity, lang);
    if (shown.value.document !== null) return true;
    await this.open(meeting, activity, lang);
    return shown.value.document !== null;
  }
}

/** Documents in the browser's database. */
export function browserDocuments(): DocumentStore {
  const open = async () => {
    const db = await database();
    if (!db) throw new Error('this browser keeps nothing');
    return db;
  };
  return {
    get: async (key) => (await open()).get('documents', key),
    put: async (key, document) => {
      await (await open()).put('documents', document, key);
    },
  };
}
