import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, it } from '@jest/globals';
import { MeetingFile } from '../../server/domain/meeting-file.ts';
import type { Language } from '../../server/domain/text.ts';
import { languageGuesser } from '../../server/live/language.ts';
import { type LoadedMeeting, loadMeeting } from '../../server/live/load.ts';
import { exportMinutes } from '../../server/minutes/export.ts';
import { demoMeeting } from '../../server/rehearsal/demo/demo.ts';
import { root } from '../durability/child.ts';
import { freshStores, removeFolders } from '../support/stores.ts';

/* Pages of the printed minutes that the README shows, into data/pictures: of the demonstration, as PDF and as Word. */

/** Pixels to an inch: a page is 500 wide. */
const SCALE = '60';
const PATIENCE = 120_000;
const folder = mkdtempSync(path.join(tmpdir(), 'halqa-pages-'));
let held: LoadedMeeting;

beforeAll(async () => {
  const stores = freshStores();
  const file = MeetingFile.parse(
    JSON.parse(readFileSync(path.join(root, 'data/meetings/sfax-2019/meeting.json'), 'utf8')),
  );
  const guessLanguage = await languageGuesser();
  const { meeting } = await demoMeeting({ store: stores.events, file, seed: 2019, guessLanguage, createdAt: 1 });
  held = await loadMeeting(stores.events, meeting);
  await stores.close();
}, PATIENCE);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  removeFolders();
});

async function minutes(format: 'pdf' | 'docx', lang: Language): Promise<string> {
  const { body } = await exportMinutes(held.state, { format, lang, head: held.head });
  const file = path.join(folder, `${lang}.${format}`);
  writeFileSync(file, body);
  return file;
}

/** The page with these words, as text has them. */
function pageWith(pdf: string, words: string): string {
  const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f');
  const found = pages.findIndex((page) => page.replaceAll(/\s+/g, ' ').includes(words));
  if (found < 0) throw new Error(`no page says ${words}`);
  return String(found + 1);
}

function shoot(pdf: string, page: string, name: string): void {
  const out = path.join(folder, 'page');
  execFileSync('pdftoppm', ['-r', SCALE, '-jpeg', '-singlefile', '-f', page, '-l', page, pdf, out]);
  renameSync(`${out}.jpg`, path.join(root, 'data/pictures', name));
}

it(
  'the first page of what is to be kept, in Arabic, as PDF',
  async () => {
    shoot(await minutes('pdf', 'ar'), '2', 'minutes-pdf.jpg');
  },
  PATIENCE,
);

it(
  'the picture of a matrix, in French, as Word',
  async () => {
    const word = await minutes('docx', 'fr');
    const profile = `-env:UserInstallation=file://${path.join(folder, 'office')}`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, word], {
      stdio: 'ignore',
    });
    const pdf = path.join(folder, 'fr.pdf');
    shoot(pdf, pageWith(pdf, '≠'), 'minutes-word.jpg');
  },
  PATIENCE,
);
