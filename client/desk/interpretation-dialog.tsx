import { useSignal } from '@preact/signals';
import type { Channel, InterpretationView } from '../../server/domain/parts/interpretation.ts';
import { languages } from '../../server/domain/plain.ts';
import type { Language } from '../../server/domain/text.ts';
import type { MeetingView } from '../../server/domain/view.ts';
import { DialogFailure } from '../contributions/desk-failure.tsx';
import { languageName } from '../lib/languages.ts';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useDesk } from './desk.ts';
import { Meanwhile } from './meanwhile.tsx';

type Written = Record<Language, { channel: string; link: string }>;

/** Where the interpretation into each language is heard: the channel of a receiver, or a page that plays it. */
export function InterpretationDialog({ meeting, onClose }: { meeting: MeetingView; onClose: () => void }) {
  const desk = useDesk();
  const now = desk.live.value<InterpretationView>('interpretation').value ?? {};
  const order = languages.filter((language) => meeting.languages.includes(language));
  const of = (language: Language) => ({
    channel: now[language]?.channel ?? '',
    link: now[language]?.link ?? '',
  });
  const written = useSignal<Written>({ ar: of('ar'), fr: of('fr'), en: of('en') });
  const base = useSignal<InterpretationView>(now);
  const overtaken = useSignal<Language | null>(null);
  const save = async () => {
    for (const language of order) {
      const { channel, link } = written.value[language];
      const before = base.value[language] ?? null;
      if (channel.trim() === (before?.channel ?? '') && link.trim() === (before?.link ?? '')) continue;
      const was = overtaken.value === language ? (now[language] ?? null) : before;
      const answer = await desk.run('interpretation.Set', { lang: language, channel, link, was });
      overtaken.value = !answer.ok && answer.rejection.code === 'ITEM_CHANGED' ? language : null;
      if (!answer.ok) return;
      base.value = { ...base.value, [language]: { channel: channel.trim() || null, link: link.trim() || null } };
    }
    onClose();
  };
  const take = (language: Language) => {
    const { [language]: _before, ...others } = base.value;
    const present = now[language];
    base.value = present ? { ...others, [language]: present } : others;
    written.value = { ...written.value, [language]: of(language) };
    overtaken.value = null;
  };
  const field = (language: Language, what: 'channel' | 'link') => (
    <div class="field">
      <label for={`${what}-${language}`}>
        {t(`desk.interpretation_${what}`)}
        <span class="sr"> {languageName(language)}</span>
      </label>
      <input
        id={`${what}-${language}`}
        class="input"
        dir="ltr"
        inputMode={what === 'link' ? 'url' : 'text'}
        maxLength={what === 'link' ? 500 : 80}
        value={written.value[language][what]}
        onInput={({ currentTarget: { value } }) => {
          written.value = { ...written.value, [language]: { ...written.value[language], [what]: value } };
        }}
      />
    </div>
  );
  return (
    <Dialog
      class="interpretation-dialog"
      title={t('desk.interpretation_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('desk.cancel')}</Button>
          <Button look="act" icon="check" onClick={() => void save()}>
            {t(overtaken.value ? 'desk.save_mine' : 'desk.save')}
          </Button>
        </>
      }
    >
      <p class="aside">{t('desk.interpretation_hint')}</p>
      {order.map((language) => (
        <fieldset key={language} class="channel">
          <legend>{t('desk.interpretation_into', { language: languageName(language) })}</legend>
          <div class="pair">
            {field(language, 'channel')}
            {field(language, 'link')}
          </div>
          {overtaken.value === language && (
            <Meanwhile onTake={() => take(language)}>
              <ChannelNow channel={now[language]} />
            </Meanwhile>
          )}
        </fieldset>
      ))}
      {overtaken.value === null && <DialogFailure />}
    </Dialog>
  );
}

function ChannelNow({ channel }: { channel: Channel | undefined }) {
  if (!channel) return <p>{t('desk.interpretation_none')}</p>;
  return (
    <>
      {channel.channel !== null && (
        <p>
          <span class="aside">{t('desk.interpretation_channel')}</span> <bdi>{channel.channel}</bdi>
        </p>
      )}
      {channel.link !== null && <p dir="ltr">{channel.link}</p>}
    </>
  );
}
