import { useEffect, useRef } from 'preact/hooks';
import type { BriefingDocument } from '../../../server/domain/activities/briefing/state.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { Ask, Status } from '../../delegate/ask.tsx';
import { useCanSend } from '../../delegate/can-send.ts';
import { useSession } from '../../delegate/session.ts';
import { Waiting } from '../../delegate/waiting.tsx';
import { lang, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, rejectionWords } from '../../ui/notice.tsx';
import './delegate.css';
import { AllSources } from './delegate-notes.tsx';
import { SectionView } from './delegate-section.tsx';

/** A briefing on the phone: contents, sections, sources; readable at any time, to be marked while it is open. */
export function BriefingForDelegate({ activity }: { activity: ActivityView }) {
  const { documents, meeting, live } = useSession();
  const canSend = useCanSend(activity);
  const id = meeting.value?.id;
  const language = lang.value;
  const connected = live.state.value === 'live';
  useEffect(() => {
    // Also when the connection is back: it may have changed, or not have come at all.
    if (id) void documents.open(id, activity.id, language);
  }, [id, activity.id, language, connected]);
  if (!id) return null;
  const { document, state, rejection } = documents.of<BriefingDocument>(id, activity.id, language).value;
  return (
    <article class="asked briefing">
      <Ask activity={activity} />
      <Status activity={activity} canSend={canSend} words={(status) => t(`briefing.status_${status}`)} />
      {canSend && document && <p class="soft">{t('briefing.howToMark')}</p>}
      <Waiting activity={activity.id} />
      {document && <Contents document={document} activity={activity} canSend={canSend} />}
      {!document && state === 'asking' && (
        <p class="waiting" role="status">
          {t('briefing.coming')}
        </p>
      )}
      {state === 'failed' && (
        <Notice tone="attention" icon="offline" announce>
          <p>{rejection?.code === 'UNAVAILABLE' ? t('briefing.missing') : rejection && rejectionWords(rejection)}</p>
          <Button onClick={() => void documents.open(id, activity.id, language)}>{t('common.tryAgain')}</Button>
        </Notice>
      )}
    </article>
  );
}

/** The contents, then the text itself. The address names the tab, so the contents lead by script. */
function Contents(props: { document: BriefingDocument; activity: ActivityView; canSend: boolean }) {
  const { document: text, activity, canSend } = props;
  const contents = useRef<HTMLElement>(null);
  const idOf = (section: string) => `section-${activity.id}-${section}`;
  const goTo = (element: HTMLElement | null) => {
    element?.scrollIntoView({ block: 'start' });
    element?.focus({ preventScroll: true });
  };
  return (
    <>
      {text.sections.length > 1 && (
        <nav ref={contents} class="contents" tabIndex={-1} aria-label={t('briefing.contents')}>
          <ol>
            {text.sections.map(({ id, heading }) => (
              <li key={id}>
                <button type="button" class="btn quiet" onClick={() => goTo(document.getElementById(idOf(id)))}>
                  {heading}
                </button>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {text.sections.map((section) => (
        <SectionView
          key={section.id}
          id={idOf(section.id)}
          section={section}
          notes={text.notes}
          activity={activity}
          canSend={canSend}
          onBack={() => goTo(contents.current)}
        />
      ))}
      <AllSources notes={text.notes} />
    </>
  );
}
