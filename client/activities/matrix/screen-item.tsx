import type { MatrixView } from '../../../server/domain/activities/matrix/view.ts';
import type { ContributionView } from '../../../server/domain/contributions/view.ts';
import type { ActivityView } from '../../../server/domain/view.ts';
import { LargeItem } from '../../contributions/screen-item.tsx';
import type { ItemPictureProps } from '../../screen/kind.ts';

/** An entry, large, with its cell and with what is said against it. */
export function MatrixItem(props: ItemPictureProps) {
  const { source, meeting, item } = props;
  const first = meeting.languages[0] ?? 'en';
  const home = source.value<ContributionView>(`c/${item}`).value?.activity;
  const config = home && (source.value<ActivityView>(`a/${home}`).value?.config as MatrixView | undefined);
  const cell = (place: string): string => {
    const [row, column] = place.split('/');
    const names = [
      config?.rows.find(({ id }) => id === row)?.name,
      config?.columns.find(({ id }) => id === column)?.name,
    ];
    return names.flatMap((name) => (name ? [name[first]] : [])).join(' · ');
  };
  return <LargeItem {...props} place={cell} />;
}
