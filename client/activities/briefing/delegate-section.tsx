import type { BriefingDocument } from '../../../server/domain/activities/briefing/state.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { useSession } from '../../delegate/session.ts';
import { cityName } from '../../lib/lists.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { CitiesOf } from './delegate-cities.tsx';
import { Marks } from './delegate-marks.tsx';
import { Sources } from './delegate-notes.tsx';

export type Section = BriefingDocument['sections'][number];
type Practice = Section['practices'][number];

interface SectionProps {
  section: Section;
  notes: BriefingDocument['notes'];
  activity: ActivityView;
  canSend: boolean;
  /** The id of its heading. */
  id: string;
  onBack: () => void;
}

/** A section: its passages, then what cities do, each with its sources and what I say to it. */
export function SectionView({ section, notes, activity, canSend, id, onBack }: SectionProps) {
  const { heading, passages, practices } = section;
  return (
    <section class="part" aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {heading}
      </h2>
      {passages.map((passage) => (
        <div key={passage.id} class="passage">
          <p class="prose">{passage.text}</p>
          <Sources ids={passage.notes} notes={notes} />
          <Marks activity={activity} part={passage.id} canSend={canSend} />
        </div>
      ))}
      {practices.length > 0 && (
        <>
          <h3>{t('briefing.practices')}</h3>
          <CitiesOf practices={practices} />
          <ul class="practices">
            {practices.map((practice) => (
              <li key={practice.id} class="practice">
                <Where practice={practice} />
                <p class="prose">{practice.text}</p>
                <Sources ids={practice.notes} notes={notes} />
                <Marks activity={activity} part={practice.id} canSend={canSend} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Button look="quiet" icon="up" onClick={onBack}>
        {t('briefing.toContents')}
      </Button>
    </section>
  );
}

function Where({ practice: { city, place } }: { practice: Practice }) {
  const { meeting } = useSession();
  const name = place ?? (meeting.value && cityName(meeting.value, city));
  return name ? <h4>{name}</h4> : null;
}
