import { snap } from './board_scale';
import type { Column, Place, Placed } from './columns';

/** The keys that navigate the board. */
export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

export const isArrow = (key: string): key is Arrow => /^Arrow(Up|Down|Left|Right)$/.test(key);

const columnOf = (columns: readonly Column[], { staffId }: Placed) => columns.findIndex(({ profile }) => profile.id === staffId);

/** Returns the appointment an arrow key leads to: the next in the column, or the nearest in time in the next column with any. */
export function neighbor(columns: readonly Column[], from: Placed, arrow: Arrow): Placed | undefined {
  const column = columnOf(columns, from);
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') {
    const own = columns[column]?.appointments ?? [];
    return own[own.findIndex(({ id }) => id === from.id) + (arrow === 'ArrowDown' ? 1 : -1)];
  }
  const beside = arrow === 'ArrowRight' ? columns.slice(column + 1) : columns.slice(0, Math.max(column, 0)).toReversed();
  const next = beside.find(({ appointments }) => appointments.length > 0);
  return next?.appointments.toSorted((a, b) => Math.abs(a.from - from.from) - Math.abs(b.from - from.from))[0];
}

/** Returns where an arrow key moves an appointment: one step in time, or to the next profile; undefined if there is none. */
export function stepped(columns: readonly Column[], from: Placed, arrow: Arrow): Place | undefined {
  switch (arrow) {
    case 'ArrowUp':
      return { staffId: from.staffId, from: from.from - snap };
    case 'ArrowDown':
      return { staffId: from.staffId, from: from.from + snap };
    default: {
      const beside = columns[columnOf(columns, from) + (arrow === 'ArrowRight' ? 1 : -1)];
      return beside && { staffId: beside.profile.id, from: from.from };
    }
  }
}
