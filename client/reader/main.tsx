import { render } from 'preact';
import { languages } from '../../server/domain/plain.ts';
import type { Language } from '../../server/domain/text.ts';
import { loadWords } from '../lib/words.ts';
import '../ui/halqa.css';
import '../../views/minutes.css';
import '../../views/minutes-figures.css';
import './reader.css';
import { App } from './app.tsx';
import { Reading } from './reading.ts';
import { reloadOnNewLink } from './source.ts';

/** The language that the server chose for this page; words that do not come are asked for again. */
async function words(): Promise<void> {
  const asked = document.documentElement.lang as Language;
  const language = languages.includes(asked) ? asked : 'en';
  for (let tries = 0; ; tries++) {
    try {
      return await loadWords('reader', language);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, Math.min(8000, 500 * 2 ** tries)));
    }
  }
}

async function begin(app: HTMLElement): Promise<void> {
  await words();
  const reading = new Reading();
  app.textContent = '';
  render(<App reading={reading} />, app);
  reloadOnNewLink();
  await reading.begin();
}

const app = document.getElementById('app');
if (app) void begin(app);
