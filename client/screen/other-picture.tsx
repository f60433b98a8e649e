import type { MeetingView } from '../../server/domain/view.ts';
import { LargeEntry } from './join-picture.tsx';

/** While another computer is projected: how to join, and nothing that draws the eye. */
export function OtherPicture({ meeting }: { meeting: MeetingView }) {
  return (
    <main class="main other">
      <h1 class="sr">{meeting.title[meeting.languages[0] ?? 'en']}</h1>
      <LargeEntry meeting={meeting} />
    </main>
  );
}
