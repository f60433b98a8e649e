import type { MarksView } from '../../../server/domain/activities/briefing/index.ts';
import type { BriefingDocument } from '../../../server/domain/activities/briefing/state.ts';
import type { ListId } from '../../../server/domain/ids.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { cityName } from '../../lib/lists.ts';
import { formatNumber, t } from '../../lib/words.ts';
import { marks as kinds, type Part } from './desk-marks.ts';

interface Props {
  readonly part: Part;
  readonly marks: MarksView | undefined;
  /** How the section's heading stands over it, where it does: as the start of the section, or beside a single part. */
  readonly heading: 'section' | 'aside' | null;
  readonly meeting: MeetingView;
  readonly document: BriefingDocument;
}

/** A passage or a practice, and how many marked it in each way. */
export function PartRow({ part, marks, heading, meeting, document }: Props) {
  const place = part.practice && (cityName(meeting, part.practice.city) ?? part.practice.place);
  return (
    <>
      {heading === 'section' && <h3 class="section-heading">{part.heading}</h3>}
      <article class="part">
        <div class="what">
          {heading === 'aside' && <p class="place">{part.heading}</p>}
          {place && <p class="whose">{place}</p>}
          <p>
            {part.text}
            <Notes of={part.notes} document={document} />
          </p>
        </div>
        <dl class="marks">
          {kinds.map((kind) => {
            const n = marks?.[kind] ?? 0;
            return (
              <div key={kind} class={n === 0 ? 'none' : kind}>
                <dt>{t(`desk.mark_${kind}`)}</dt>
                <dd class="num">{formatNumber(n)}</dd>
              </div>
            );
          })}
        </dl>
      </article>
    </>
  );
}

/** The numbers of the sources, as they stand in the list. */
function Notes({ of, document }: { of: readonly ListId[]; document: BriefingDocument }) {
  const numbers = of.map((id) => document.notes.findIndex((note) => note.id === id) + 1).filter((n) => n > 0);
  if (numbers.length === 0) return null;
  return (
    <sup>
      <span class="sr">{t('desk.sources')}</span> <span class="num">{numbers.join(', ')}</span>
    </sup>
  );
}

/** The sources by their numbers, folded. */
export function Sources({ document }: { document: BriefingDocument }) {
  if (document.notes.length === 0) return null;
  return (
    <details class="sources">
      <summary>{t('desk.sources')}</summary>
      <ol>
        {document.notes.map((note) => (
          <li key={note.id}>{note.text}</li>
        ))}
      </ol>
    </details>
  );
}
