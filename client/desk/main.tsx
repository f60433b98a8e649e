import '../ui/halqa.css';
import '../screen/screen.css';
import './desk.css';
import { render } from 'preact';
import { languages } from '../../server/domain/plain.ts';
import { loadWords } from '../lib/words.ts';
import { App } from './app.tsx';
import { Desk, DeskProvider } from './desk.ts';
import { reloadOnNewLink } from './enter.ts';
import { followOtherDesks } from './rehearsal/requests.ts';

const app = document.getElementById('app');

/** Without words there is no page: it waits for them, also where the server is away for a moment. */
async function words(): Promise<void> {
  const asked = languages.find((language) => language === document.documentElement.lang) ?? 'en';
  try {
    await loadWords('desk', asked);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await words();
  }
}

if (app) {
  reloadOnNewLink();
  followOtherDesks();
  void words().then(() =>
    render(
      <DeskProvider value={new Desk()}>
        <App />
      </DeskProvider>,
      app,
    ),
  );
}
