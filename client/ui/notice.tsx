import type { ComponentChildren } from 'preact';
import { MAX_TEXT } from '../../server/domain/plain.ts';
import type { RejectionFrame } from '../../server/domain/protocol.ts';
import { t } from '../lib/words.ts';
import { Icon, type IconName } from './icon.tsx';

interface NoticeProps {
  tone?: 'plain' | 'attention' | 'bad';
  icon?: IconName;
  children: ComponentChildren;
  /** Announced when it appears; politely unless it is about a failure. */
  announce?: boolean;
}

/** A message across its column. */
export function Notice({ tone = 'plain', icon, children, announce = false }: NoticeProps) {
  return (
    <div
      class={tone === 'plain' ? 'note' : `note ${tone}`}
      role={announce ? (tone === 'bad' ? 'alert' : 'status') : undefined}
    >
      {icon && <Icon name={icon} />}
      <div>{children}</div>
    </div>
  );
}

/** Why something was refused, in words. */
export const rejectionWords = ({ code, values }: RejectionFrame): string =>
  // Where an older server leaves a number out, a sentence with the usual one is still a sentence.
  t(`rejections.${code}`, { max: MAX_TEXT, seconds: 60, ...values });
