import { useState } from 'preact/hooks';
import { groupedCode } from '../lib/digits.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';

/** The personal code in two groups of four, large enough to copy by hand. */
export function PersonalCode({ code }: { code: string | null }) {
  const [copied, setCopied] = useState(false);
  if (!code) return <p class="soft">{t('delegate.personalCodeElsewhere')}</p>;
  // The clipboard is there over HTTPS alone.
  const clipboard = (navigator as Partial<Navigator>).clipboard;
  return (
    <div class="personal-code">
      <output class="num" aria-label={t('delegate.personalCode')}>
        {groupedCode(code)}
      </output>
      {clipboard && (
        <Button
          look="quiet"
          icon={copied ? 'check' : 'copy'}
          onClick={() => void clipboard.writeText(groupedCode(code)).then(() => setCopied(true))}
        >
          {copied ? t('common.copied') : t('common.copy')}
        </Button>
      )}
    </div>
  );
}
