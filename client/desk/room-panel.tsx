import { useSignal } from '@preact/signals';
import type { MeetingView, PeopleView } from '../../server/domain/view.ts';
import { localized, t } from '../lib/words.ts';
import { useDesk } from './desk.ts';
import { sharesOf } from './shares.ts';

/** Who is here, by kind of organisation or by city: a bar for those who joined, filled as far as they are online. */
export function RoomPanel({ meeting }: { meeting: MeetingView }) {
  const { live } = useDesk();
  const by = useSignal<'kind' | 'city'>('kind');
  const people = live.value<PeopleView>('people').value;
  const here = live.here.value;
  const shares = sharesOf(
    by.value === 'kind' ? meeting.kinds : meeting.cities,
    (by.value === 'kind' ? people?.byKind : people?.byCity) ?? {},
    (by.value === 'kind' ? here?.byKind : here?.byCity) ?? {},
    { name: localized, unlisted: t('desk.room_unlisted_city') },
  );
  const most = Math.max(1, ...shares.map(({ joined }) => joined));
  return (
    <section class="panel room-panel" aria-labelledby="room-panel">
      <h2 id="room-panel">{t('desk.room_title')}</h2>
      <fieldset class="seg">
        <legend class="sr">{t('desk.room_title')}</legend>
        {(['kind', 'city'] as const).map((which) => (
          <button key={which} type="button" aria-pressed={by.value === which} onClick={() => (by.value = which)}>
            {t(which === 'kind' ? 'desk.room_by_kind' : 'desk.room_by_city')}
          </button>
        ))}
      </fieldset>
      {shares.length === 0 ? (
        <p class="empty">{t('desk.room_empty')}</p>
      ) : (
        <>
          <ul class="shares">
            {shares.map((share) => (
              <li key={share.id}>
                <span>{share.name}</span>
                <span class="bar2" aria-hidden="true">
                  <i style={{ inlineSize: `${(share.joined / most) * 100}%` }} />
                  <b style={{ inlineSize: `${(Math.min(share.here, share.joined) / most) * 100}%` }} />
                </span>
                <span class="v num" aria-hidden="true">
                  {share.here} / {share.joined}
                </span>
                <span class="sr">{t('desk.room_row', { here: share.here, joined: share.joined })}</span>
              </li>
            ))}
          </ul>
          <p class="legend" aria-hidden="true">
            <span>
              <b />
              {t('desk.room_legend_here')}
            </span>
            <span>
              <i />
              {t('desk.room_legend_joined')}
            </span>
          </p>
        </>
      )}
    </section>
  );
}
