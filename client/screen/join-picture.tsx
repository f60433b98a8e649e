import { dirOf } from '../../server/domain/plain.ts';
import type { MeetingView } from '../../server/domain/view.ts';
import { joinAddress, spacedCode } from './address.ts';
import { Qr } from './rail.tsx';
import { wallWord } from './wall-words.ts';

/** How to join, large: for the start, and for whoever comes late. */
export function JoinPicture({ meeting }: { meeting: MeetingView }) {
  return (
    <main class="main join-picture">
      <ul>
        {meeting.languages.map((language) => (
          <li key={language} lang={language} dir={dirOf(language)}>
            <h1>{wallWord(language, 'join_title')}</h1>
            <p>{wallWord(language, 'join_how')}</p>
          </li>
        ))}
      </ul>
      <LargeEntry meeting={meeting} />
    </main>
  );
}

/** The code to scan, its digits, and the address. */
export function LargeEntry({ meeting }: { meeting: MeetingView }) {
  return (
    <div class="large-entry">
      <Qr code={meeting.code} />
      <b class="codeb num">{spacedCode(meeting.code)}</b>
      <span class="url num">{joinAddress()}</span>
    </div>
  );
}
