import { useSignal } from '@preact/signals';
import { copyText } from '../lib/copy-text.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';

interface ActsProps {
  readonly reference: string;
  /** Whether the page's address names the contribution, so that it can be passed on. */
  readonly addressed: boolean;
  /** Back to the link that led here; null where none did. */
  readonly onBack: (() => void) | null;
}

/** What can be done with the contribution at hand: going back, and passing on its address. */
export function Acts({ reference, addressed, onBack }: ActsProps) {
  const said = useSignal('');
  const address = `${location.origin}${location.pathname}#${reference}`;
  const copy = async () => {
    said.value = (await copyText(address)) ? t('reader.addressCopied') : t('reader.addressNotCopied');
  };
  return (
    <>
      {onBack && (
        <Button look="quiet" icon="undo" onClick={onBack}>
          {t('reader.backHere')}
        </Button>
      )}
      {addressed && (
        <Button look="quiet" icon="link" onClick={() => void copy()}>
          {t('reader.copyAddress')}
        </Button>
      )}
      {addressed && 'share' in navigator && (
        <Button look="quiet" icon="share" onClick={() => void navigator.share({ url: address }).catch(() => undefined)}>
          {t('reader.share')}
        </Button>
      )}
      <span role="status">{said.value}</span>
    </>
  );
}
