import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { ActivityId, ItemId } from '../../../server/domain/ids.ts';
import type { ThemeView } from '../../../server/domain/parts/themes.ts';
import type { RejectionFrame, Suggestion } from '../../../server/domain/protocol.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { Line } from '../../contributions/desk-line.tsx';
import type { Row } from '../../contributions/desk-list.ts';
import { languageName } from '../../lib/languages.ts';
import { fetchSuggestions } from '../../lib/suggestions.ts';
import { t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, rejectionWords } from '../../ui/notice.tsx';
import type { Choosing } from './choosing.ts';
import { Dismissed } from './dismissed.ts';
import { type Offer, offersOf } from './grouping.ts';
import type { Naming } from './name-theme.tsx';
import { nameOfTheme } from './theme-name.tsx';

export interface SuggestionsProps {
  readonly rows: readonly Row[];
  readonly homes: ReadonlyMap<ItemId, ThemeView>;
  readonly meeting: MeetingView;
  readonly titles: ReadonlyMap<ActivityId, string>;
  readonly choosing: Choosing;
  readonly onName: (naming: Naming) => void;
}

/** Texts that seem to say the same, with the reason. Nothing is grouped before somebody says so. */
export function Suggestions(props: SuggestionsProps) {
  const { rows, homes } = props;
  const open = useSignal(false);
  const suggestions = useSignal<readonly Suggestion[] | null>(null);
  const failure = useSignal<RejectionFrame | null>(null);
  const dismissed = useMemo(() => new Dismissed(), []);
  const look = async () => {
    const answer = await fetchSuggestions();
    failure.value = answer.ok ? null : answer.rejection;
    if (answer.ok) suggestions.value = answer.body;
  };
  useEffect(() => void look(), []);
  const offers = offersOf(suggestions.value ?? [], rows, homes);
  const waiting = offers.filter(({ suggestion }) => !dismissed.has(suggestion));
  const aside = offers.filter(({ suggestion }) => dismissed.has(suggestion));
  return (
    <section class="suggestions" aria-labelledby="suggestions-title">
      <div class="suggestions-head">
        <h3 id="suggestions-title">
          <button type="button" aria-expanded={open.value} onClick={() => (open.value = !open.value)}>
            {t('order.suggestions', { n: waiting.length })}
          </button>
        </h3>
        {open.value && (
          <Button look="quiet" icon="search" onClick={() => void look()}>
            {t('order.suggestions_again')}
          </Button>
        )}
      </div>
      {open.value && (
        <>
          <p class="aside">{t('order.suggestions_hint')}</p>
          {failure.value && (
            <Notice tone="bad" icon="warning" announce>
              {rejectionWords(failure.value)}
            </Notice>
          )}
          {suggestions.value !== null && waiting.length === 0 && (
            <p class="empty" role="status">
              {t('order.suggestions_none')}
            </p>
          )}
          <ul>
            {waiting.map((offer) => (
              <OfferView
                key={offer.suggestion.items.join(' ')}
                {...props}
                offer={offer}
                onDismiss={() => dismissed.add(offer.suggestion)}
              />
            ))}
          </ul>
          {aside.length > 0 && (
            <Button
              look="quiet"
              icon="undo"
              onClick={() => dismissed.restore(aside.map(({ suggestion }) => suggestion))}
            >
              {t('order.suggestions_back', { n: aside.length })}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function OfferView(props: SuggestionsProps & { offer: Offer; onDismiss: () => void }) {
  const { homes, meeting, titles, choosing, onName, onDismiss } = props;
  const { suggestion, rows, into } = props.offer;
  const { shared, lang, translated } = suggestion;
  const items = rows.map(({ id }) => id);
  const group = () => {
    if (into) void choosing.put(items, into.id, homes);
    // The words that they share are a beginning of a name.
    else onName({ theme: null, items, label: { [lang]: shared.join(' · ') } });
  };
  const refs = rows.map(({ view }) => view.ref).join(' · ');
  return (
    <li class="offer">
      <ul>
        {rows.map(({ id, view }) => (
          <li key={id}>
            <Line
              id={id}
              view={view}
              meeting={meeting}
              into={translated.includes(id) ? lang : view.lang}
              from={titles.get(view.activity)}
            />
          </li>
        ))}
      </ul>
      <p class="reason">
        {t('order.suggestion_reason', { words: shared.join(' · '), language: languageName(lang) })}
        {translated.length > 0 && ` · ${t('order.suggestion_translated')}`}
      </p>
      <div class="theme-acts">
        <Button icon="merge" onClick={group}>
          {into ? t('order.suggestion_into', { theme: nameOfTheme(into) }) : t('order.suggestion_group')}
          <span class="sr"> {refs}</span>
        </Button>
        <Button look="quiet" icon="close" onClick={onDismiss}>
          {t('order.suggestion_dismiss')}
          <span class="sr"> {refs}</span>
        </Button>
      </div>
    </li>
  );
}
