import { render } from 'preact';
import { languages } from '../../server/domain/plain.ts';
import type { Language } from '../../server/domain/text.ts';
import { lang, loadWords } from '../lib/words.ts';
import { Reading } from '../minutes/reading.ts';
import '../ui/halqa.css';
import '../../views/minutes.css';
import '../../views/minutes-figures.css';
import '../minutes/minutes.css';
import './reader.css';
import { App } from './app.tsx';
import { enterByLink, reloadOnNewLink } from './enter.ts';

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

/** Enters by the link in the address, then shows the minutes. */
async function enter(reading: Reading): Promise<void> {
  reading.busy.value = true;
  const refused = await enterByLink();
  if (refused) reading.fail(refused);
  else await reading.show();
}

async function begin(app: HTMLElement): Promise<void> {
  await words();
  const reading = new Reading('reader', lang);
  app.textContent = '';
  render(<App reading={reading} onBegin={() => void enter(reading)} />, app);
  reloadOnNewLink();
  await enter(reading);
}

const app = document.getElementById('app');
if (app) void begin(app);
