import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { CapabilityRole } from '../../server/domain/actors.ts';
import type { RejectionFrame } from '../../server/domain/protocol.ts';
import { get, post } from '../lib/api.ts';
import { copyText } from '../lib/copy-text.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice, rejectionWords } from '../ui/notice.tsx';
import { useDesk } from './desk.ts';

interface Link {
  readonly role: CapabilityRole;
  readonly revoked: number | null;
  readonly url?: string;
}

const roles = ['screen', 'reader', 'facilitator'] as const;

/**
 * The links of the meeting: to open, to copy, to renew. Their secrets are not written out, since this page is often seen
 * by others.
 */
export function LinksDialog({ onClose }: { onClose: () => void }) {
  const desk = useDesk();
  const links = useSignal<ReadonlyMap<CapabilityRole, string>>(new Map());
  const asking = useSignal<CapabilityRole | null>(null);
  const said = useSignal('');
  const failure = useSignal<RejectionFrame | null>(null);

  useEffect(() => {
    void get<{ links: readonly Link[] }>('/api/links').then((answer) => {
      if (!answer.ok) failure.value = answer.rejection;
      else links.value = new Map(answer.body.links.flatMap(({ role, url }) => (url ? [[role, url] as const] : [])));
    });
  }, []);

  const renew = async (role: CapabilityRole) => {
    asking.value = null;
    desk.renewing.value = role === 'facilitator';
    const answer = await post<{ url: string }>('/api/links/revoke', { role });
    failure.value = answer.ok ? null : answer.rejection;
    // The old connection was the old link's.
    if (role === 'facilitator' && answer.ok) desk.reconnect();
    desk.renewing.value = false;
    if (!answer.ok) return;
    links.value = new Map([...links.value, [role, answer.body.url]]);
    said.value = t('desk.link_renewed', { name: t(`desk.link_${role}`) });
  };

  return (
    <Dialog
      light
      class="links-dialog"
      title={t('desk.links_title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('desk.close_dialog')}</Button>}
    >
      <p>{t('desk.links_explain')}</p>
      {failure.value && (
        <Notice tone="bad" icon="warning" announce>
          {rejectionWords(failure.value)}
        </Notice>
      )}
      <ul>
        {roles.map((role) => {
          const url = links.value.get(role);
          const name = t(`desk.link_${role}`);
          return (
            <li key={role}>
              <h3>{name}</h3>
              {role === 'reader' && <p class="aside">{t('desk.minutes_hint')}</p>}
              <div class="linkbuttons">
                {url && role !== 'facilitator' && (
                  <a class="btn" href={url} target="_blank" rel="noopener">
                    <Icon name={role === 'screen' ? 'screen' : 'print'} />
                    {role === 'screen' ? t('desk.link_open') : t('desk.minutes_open')}
                  </a>
                )}
                {url && (
                  <Button
                    icon="copy"
                    onClick={async () => {
                      const done = await copyText(url);
                      said.value = done ? t('desk.link_copied', { name }) : t('desk.link_not_copied');
                    }}
                  >
                    {t('desk.link_copy')}
                  </Button>
                )}
                <Button look="quiet" icon="link" onClick={() => (asking.value = role)}>
                  {t('desk.link_renew')}
                </Button>
              </div>
              {asking.value === role && (
                <div class="confirm" role="alert">
                  <p>
                    {t('desk.link_renew_confirm')} {role === 'facilitator' && t('desk.link_renew_own')}
                  </p>
                  <Button look="danger" onClick={() => void renew(role)}>
                    {t('desk.link_renew')}
                  </Button>
                  <Button onClick={() => (asking.value = null)}>{t('desk.cancel')}</Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
      <p role="status" class="aside">
        {said.value}
      </p>
    </Dialog>
  );
}
