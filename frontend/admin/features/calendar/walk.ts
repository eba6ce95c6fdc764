import { snap } from './board_scale';
import { type Column, columnOf, type Place, type Placed } from './columns';

/** The keys that navigate the board. */
export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

export const isArrow = (key: string): key is Arrow => /^Arrow(Up|Down|Left|Right)$/.test(key);

/** Returns the appointment an arrow key leads to: the next in the column, or the nearest in time in the next column with any. */
export function neighbor(columns: readonly Column[], from: Placed, arrow: Arrow): Placed | undefined {
  const index = columnOf(columns, from);
  const column = columns[index];
  if (!column) {
    return undefined;
  }
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') {
    const own = column.appointments;
    return own[own.findIndex(({ id }) => id === from.id) + (arrow === 'ArrowDown' ? 1 : -1)];
  }
  const beside = arrow === 'ArrowRight' ? columns.slice(index + 1) : columns.slice(0, index).toReversed();
  const next = beside.find(({ appointments }) => appointments.length > 0);
  const apart = (one: Placed) => Math.abs(one.from - (next?.origin ?? 0) - (from.from - column.origin));
  return next?.appointments.toSorted((a, b) => apart(a) - apart(b))[0];
}

/** Returns where an arrow key moves an appointment: one step in time, or to the next column; undefined if there is none. */
export function stepped(columns: readonly Column[], from: Placed, arrow: Arrow): Place | undefined {
  switch (arrow) {
    case 'ArrowUp':
      return { staffId: from.staffId, from: from.from - snap };
    case 'ArrowDown':
      return { staffId: from.staffId, from: from.from + snap };
    default: {
      const index = columnOf(columns, from);
      const column = columns[index];
      const beside = columns[index + (arrow === 'ArrowRight' ? 1 : -1)];
      return column && beside && { staffId: beside.profile.id, from: from.from - column.origin + beside.origin };
    }
  }
}
