import type { ComponentChild } from 'preact';
import type { MeetingView } from '../../server/domain/view.ts';
import { joinAddress, spacedCode } from './address.ts';
import type { Picture } from './picture.ts';
import { Presence } from './presence.tsx';
import type { ScreenSource } from './source.ts';
import { WallTime } from './wall-clock.tsx';

export interface SideProps {
  readonly source: ScreenSource;
  readonly meeting: MeetingView;
  readonly picture: Picture;
  /** Stands where the people are counted, as long as there is one. */
  readonly label: ComponentChild;
}

/** The dark column: time, people, and how to join. It stands on every picture but the black one and the wide ones. */
export function Rail({ source, meeting, picture, label }: SideProps) {
  return (
    <aside class="rail">
      <WallTime source={source} meeting={meeting} picture={picture} />
      {label || <Presence source={source} first={meeting.languages[0] ?? 'en'} />}
      {/* Without the code where the picture itself is the code. */}
      {picture.show !== 'join' && (
        <div class="entry">
          <Qr code={meeting.code} />
          <b class="codeb num">{spacedCode(meeting.code)}</b>
          <span class="url num">{joinAddress()}</span>
        </div>
      )}
    </aside>
  );
}

/** The code to scan; the code's digits stand beside it as text. A browser may be in several meetings: it says whose. */
export function Qr({ code }: { code: string }) {
  return (
    <div class="qr">
      <img src={`/api/qr.svg?code=${code}`} alt="" />
    </div>
  );
}
