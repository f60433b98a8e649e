import { Line, type LineProps } from '../../contributions/desk-line.tsx';
import type { Row } from '../../contributions/desk-list.ts';
import type { Choosing } from './choosing.ts';

export interface ChoosableProps extends Omit<LineProps, 'id' | 'view'> {
  readonly row: Row;
  readonly choosing: Choosing;
  readonly note?: string | undefined;
}

/** A text to tick, or to drag. */
export function Choosable({ row, choosing, note, ...line }: ChoosableProps) {
  return (
    <li
      class={choosing.carried.value.includes(row.id) ? 'choosable carried' : 'choosable'}
      draggable
      onDragStart={(event) => choosing.carry(row.id, event)}
      onDragEnd={() => choosing.letGo()}
    >
      <label class="check">
        <input type="checkbox" checked={choosing.chosen.value.has(row.id)} onChange={() => choosing.toggle(row.id)} />
        <span>
          <Line id={row.id} view={row.view} {...line} />
          {note && <span class="aside note-in">{note}</span>}
        </span>
      </label>
    </li>
  );
}
