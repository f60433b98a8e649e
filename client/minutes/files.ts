import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { RejectionFrame } from '../../server/domain/protocol.ts';
import { type FetchedFile, type Format, fetchFile, type MinutesRequest } from './source.ts';

/** What became of a file that somebody asked for. */
export type FileState =
  | { readonly at: 'making' }
  | { readonly at: 'made'; readonly name: string }
  | { readonly at: 'failed'; readonly rejection: RejectionFrame };

/** The files of the minutes that were asked for on this page. They go on being made whatever is shown meanwhile. */
export class Files {
  readonly #states = signal<ReadonlyMap<Format, FileState>>(new Map());
  readonly #fetch: (request: MinutesRequest) => Promise<FetchedFile>;
  readonly #save: (file: Blob, name: string) => void;
  /** How many are being made. */
  readonly making: ReadonlySignal<number> = computed(
    () => [...this.#states.value.values()].filter(({ at }) => at === 'making').length,
  );

  constructor(fetch = fetchFile, save = saveFile) {
    this.#fetch = fetch;
    this.#save = save;
  }

  /** What became of the last file of a format; undefined where none was asked for. */
  of(format: Format): FileState | undefined {
    return this.#states.value.get(format);
  }

  /** Has a file made and gives it to the browser to keep. One of each format at a time. Never rejects. */
  async make(request: MinutesRequest): Promise<void> {
    const { format } = request;
    if (this.#states.peek().get(format)?.at === 'making') return;
    this.#set(format, { at: 'making' });
    const file = await this.#fetch(request);
    if (!file.ok) return this.#set(format, { at: 'failed', rejection: file.rejection });
    this.#save(file.blob, file.name);
    this.#set(format, { at: 'made', name: file.name });
  }

  /** What was made is of another scope or language than what is shown now. What is being made goes on. */
  forget(): void {
    this.#states.value = new Map([...this.#states.peek()].filter(([, { at }]) => at === 'making'));
  }

  #set(format: Format, state: FileState): void {
    this.#states.value = new Map([...this.#states.peek(), [format, state]]);
  }
}

/** Some browsers read a file only after the click that saves it: its address holds for a minute. */
const KEPT = 60_000;

/** Saves under the server's name. */
function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
