import { useSignal } from '@preact/signals';
import type { ListId } from '../../../server/domain/ids.ts';
import type { MeetingView } from '../../../server/domain/view.ts';
import { cityName, kindName } from '../../lib/lists.ts';
import { matches } from '../../lib/search.ts';
import { lang, localized, t } from '../../lib/words.ts';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../search-field.tsx';
import { EditEntry } from './edit-entry.tsx';
import { MergeEntry } from './merge-entry.tsx';
import { heldBy, type Person } from './people-list.ts';

export interface EntriesProps {
  readonly list: 'cities' | 'organisations';
  readonly meeting: MeetingView;
  readonly people: readonly Person[];
}

type Asked = { readonly kind: 'add' } | { readonly kind: 'edit' | 'merge'; readonly id: ListId };

/** A list of the meeting: corrected, added to, and merged where one thing stands in it twice. */
export function Entries({ list, meeting, people }: EntriesProps) {
  const query = useSignal('');
  const asked = useSignal<Asked | null>(null);
  const { compare } = new Intl.Collator(lang.value);
  const all = [...meeting[list]].sort((a, b) => compare(localized(a.name), localized(b.name)));
  const shown = all.filter(({ name }) => matches(query.value, [name.ar, name.fr, name.en]));
  const close = () => (asked.value = null);
  const now = asked.value;
  return (
    <>
      <div class="people-tools">
        <SearchField id="entries-search" query={query} />
        <Button icon="plus" onClick={() => (asked.value = { kind: 'add' })}>
          {t(`order.${list}_add`)}
        </Button>
      </div>
      <p class="sr" role="status">
        {t('order.entries_found', { n: shown.length })}
      </p>
      {shown.length === 0 && <p class="empty">{t('order.nothing_found')}</p>}
      <ul class="persons">
        {shown.map(({ id, name }) => {
          const held = heldBy(meeting, list, id, people);
          const of = <span class="sr"> · {localized(name)}</span>;
          return (
            <li key={id} class="person">
              <div class="person-who">
                <b>
                  <bdi>{localized(name)}</bdi>
                </b>
                <span class="aside">
                  {[
                    list === 'organisations'
                      ? aboutOf(meeting, id)
                      : t('order.holds_organisations', { n: held.organisations }),
                    t('order.holds_people', { n: held.people }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </div>
              <div class="person-acts">
                <Button look="quiet" icon="edit" onClick={() => (asked.value = { kind: 'edit', id })}>
                  {t('order.correct')}
                  {of}
                </Button>
                <Button look="quiet" icon="merge" onClick={() => (asked.value = { kind: 'merge', id })}>
                  {t('order.merge')}
                  {of}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {(now?.kind === 'add' || now?.kind === 'edit') && (
        <EditEntry list={list} id={now.kind === 'edit' ? now.id : null} meeting={meeting} onClose={close} />
      )}
      {now?.kind === 'merge' && (
        <MergeEntry list={list} id={now.id} meeting={meeting} people={people} onClose={close} />
      )}
    </>
  );
}

/** City and kind of an organisation, in a line. */
function aboutOf(meeting: MeetingView, id: ListId): string {
  const organisation = meeting.organisations.find((one) => one.id === id);
  if (!organisation) return '';
  return [cityName(meeting, organisation.city), kindName(meeting, organisation.kind)].filter(Boolean).join(' · ');
}
