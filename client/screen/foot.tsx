import type { ComponentChildren } from 'preact';
import { joinAddress, spacedCode } from './address.ts';
import { Presence } from './presence.tsx';
import type { SideProps } from './rail.tsx';
import { WallTime } from './wall-clock.tsx';

/** The same as the rail, in a dark line under a picture that needs the whole width. */
export function Foot({ source, meeting, picture, label, children }: SideProps & { children: ComponentChildren }) {
  return (
    <aside class="foot">
      {label || <Presence source={source} first={meeting.languages[0] ?? 'en'} />}
      <WallTime source={source} meeting={meeting} picture={picture} />
      <div class="key">{children}</div>
      <span class="url num">{joinAddress()}</span>
      <b class="codeb num">{spacedCode(meeting.code)}</b>
    </aside>
  );
}
