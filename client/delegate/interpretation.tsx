import type { Channel, InterpretationView } from '../../server/domain/parts/interpretation.ts';
import { languages } from '../../server/domain/plain.ts';
import type { Language } from '../../server/domain/text.ts';
import { languageName } from '../lib/languages.ts';
import { lang, rich, t } from '../lib/words.ts';
import { Icon } from '../ui/icon.tsx';
import { useSession } from './session.ts';

/** Where the interpretation is heard: into the reader's language, and, where `all` is asked for, into the others after it. */
export function Interpretation({ all = false }: { all?: boolean }) {
  const { live } = useSession();
  const view = live.value<InterpretationView>('interpretation').value ?? {};
  const wanted = all ? [lang.value, ...languages.filter((other) => other !== lang.value)] : [lang.value];
  const channels = wanted.flatMap((into) => {
    const channel = view[into];
    return channel ? [{ into, channel }] : [];
  });
  if (channels.length === 0) return null;
  return (
    <ul class="interpretation">
      {channels.map(({ into, channel }) => (
        <Into key={into} into={into} channel={channel} />
      ))}
    </ul>
  );
}

function Into({ into, channel: { channel, link } }: { into: Language; channel: Channel }) {
  const language = languageName(into);
  return (
    <li>
      <Icon name="headphones" />
      <span>
        {channel === null
          ? t('delegate.interpretation', { language })
          : rich('delegate.interpretationChannel', {
              language,
              channel: (
                <strong>
                  <bdi>{channel}</bdi>
                </strong>
              ),
            })}
      </span>
      {link !== null && (
        <a class="btn" href={link} target="_blank" rel="noopener noreferrer">
          {t('delegate.listen')}
        </a>
      )}
    </li>
  );
}
