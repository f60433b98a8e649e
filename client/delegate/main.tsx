import { effect } from '@preact/signals';
import { render } from 'preact';
import { languages } from '../../server/domain/plain.ts';
import type { Language } from '../../server/domain/text.ts';
import { loadWords } from '../lib/words.ts';
import '../ui/halqa.css';
import './delegate.css';
import { fetchAhead } from './ahead.ts';
import { App } from './app.tsx';
import { Session, SessionProvider } from './session.ts';

const root = document.getElementById('app');
const session = new Session();

/** The language that the server chose for this page; words that do not come are asked for again. */
async function words(): Promise<void> {
  const asked = document.documentElement.lang as Language;
  const language = languages.includes(asked) ? asked : 'en';
  for (let tries = 0; ; tries++) {
    try {
      return await loadWords('delegate', language);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, Math.min(8000, 500 * 2 ** tries)));
    }
  }
}

async function begin(): Promise<void> {
  await Promise.all([words(), session.begin()]);
  if (!root) return;
  render(
    <SessionProvider value={session}>
      <App />
    </SessionProvider>,
    root,
  );
  const stop = effect(() => {
    if (session.live.state.value !== 'live') return;
    // Once; and not before the effect has its name.
    queueMicrotask(() => stop());
    void fetchAhead(session);
  });
}

void begin();
