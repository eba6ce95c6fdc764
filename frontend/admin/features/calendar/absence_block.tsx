import { Menu } from '@mantine/core';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { keepsCustomers, useSession } from '../../session/session';
import { useAbsences, workPlanWords } from '../work_plan';
import { instantOf } from './board_scale';
import styles from './board.module.css';
import type { Absent, Column } from './columns';
import { calendarWords } from './words';

interface Props {
  absent: Absent;
  column: Column;
  /** In pixels from the top of the column. */
  top: number;
  /** In pixels. */
  height: number;
}

/** An absence or a break on the board, with its kind. Who may, removes it. */
export function AbsenceBlock({ absent, column, top, height }: Props) {
  const t = useWords(calendarWords);
  const kinds = useWords(workPlanWords).kinds;
  const format = useFormat();
  const { timeZone } = useBranch();
  const mayRemove = keepsCustomers(useSession());
  const { remove } = useAbsences(column.profile.id);
  const { absence, isAllDay, from, to } = absent;
  const kind = kinds[absence.kind];
  const time = (at: number) => format.time(instantOf(at), timeZone);
  const when = isAllDay ? t.allDay : `${time(from)}–${time(to)}`;
  const days = absence.firstDay && absence.lastDay && absence.firstDay !== absence.lastDay && `${format.date(absence.firstDay)}–${format.date(absence.lastDay)}`;

  return (
    <div className={styles.absent} data-absence={absence.kind} style={{ top, height }}>
      {mayRemove ? (
        <Menu position="bottom-start" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <button type="button" className={styles.kind} aria-label={`${kind}, ${column.profile.displayName}, ${when}`}>
              {kind}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void remove(absence.id)}>{t.removeAbsence(days ? `${kind} ${days}` : kind)}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      ) : (
        <span className={styles.kind}>{kind}</span>
      )}
    </div>
  );
}
