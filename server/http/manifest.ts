import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Entry = z.object({
  file: z.string(),
  css: z.array(z.string()).default([]),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
});
const Manifest = z.record(z.string(), Entry);

/** What a page shell links to, in the order in which it should load. */
export interface PageAssets {
  readonly script: string;
  readonly preloads: readonly string[];
  readonly styles: readonly string[];
}

/** The client build's manifest, read again when it has changed (in development, under the running server). */
export class ClientManifest {
  private readonly file: string;
  private seen = 0;
  private manifest: z.infer<typeof Manifest> = {};

  constructor(folder: string) {
    this.file = join(folder, '.vite/manifest.json');
  }

  /**
   * The assets of an entry (`client/desk/main.tsx`), with the words of one language among the preloads, so that the page
   * does not wait for its script to ask for them; the same for a part (`client/delegate/join/join.tsx`) that this reader
   * will need.
   * @throws Error where the client has not been built.
   */
  assets(entry: string, words: string, part?: string): PageAssets {
    this.refresh();
    const main = this.manifest[entry];
    if (!main) throw new Error(`the client has no ${entry}: it has not been built`);
    const keys = new Set<string>();
    const collect = (key: string): void => {
      const found = this.manifest[key];
      if (!found || keys.has(key)) return;
      keys.add(key);
      for (const imported of found.imports) collect(imported);
    };
    collect(entry);
    if (part) collect(part);
    const wordsKey = Object.keys(this.manifest).find((key) => key.endsWith(words));
    const chunks = [...keys].map((key) => this.manifest[key]);
    const preloads = [...keys, ...(wordsKey ? [wordsKey] : [])]
      .filter((key) => key !== entry)
      .map((key) => `/${this.manifest[key]?.file}`);
    return {
      script: `/${main.file}`,
      preloads,
      styles: [...new Set(chunks.flatMap((chunk) => chunk?.css ?? []))].reverse().map((file) => `/${file}`),
    };
  }

  private refresh(): void {
    const { mtimeMs } = statSync(this.file);
    if (mtimeMs === this.seen) return;
    this.manifest = Manifest.parse(JSON.parse(readFileSync(this.file, 'utf8')));
    this.seen = mtimeMs;
  }
}
