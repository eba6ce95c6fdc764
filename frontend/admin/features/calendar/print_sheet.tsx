import { createPortal } from 'react-dom';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { workPlanWords } from '../work_plan';
import { instantOf } from './board_scale';
import { customerNameOf } from './calendar_query';
import type { Column } from './columns';
import styles from './print_sheet.module.css';
import { calendarWords } from './words';

interface Props {
  columns: readonly Column[];
}

/** The day sheets on paper: a page for each person and day with appointments or absences. On the screen there is nothing of it. */
export function PrintSheet({ columns }: Props) {
  const filled = columns.filter(({ appointments, absences }) => appointments.length + absences.length > 0);
  return createPortal(
    <div className={styles.sheets}>
      {(filled.length > 0 ? filled : columns.slice(0, 1)).map((column) => (
        <DaySheet key={column.id} column={column} />
      ))}
    </div>,
    document.body,
  );
}

function DaySheet({ column: { profile, date, appointments, absences } }: { column: Column }) {
  const t = useWords(calendarWords);
  const kinds = useWords(workPlanWords).kinds;
  const format = useFormat();
  const { name, timeZone } = useBranch();
  const times = (from: number, to: number) => `${format.time(instantOf(from), timeZone)}–${format.time(instantOf(to), timeZone)}`;
  return (
    <section className={styles.sheet}>
      <h2 className={styles.title}>{profile.displayName}</h2>
      <p className={styles.about}>
        {format.day(date)} · {name}
      </p>
      {absences.map(({ id, absence, isAllDay, from, to }) => (
        <p key={id}>
          {kinds[absence.kind]}: {isAllDay ? t.allDay : times(from, to)}
        </p>
      ))}
      {appointments.length === 0 && <p>{t.noAppointments}</p>}
      {appointments.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              {[t.time, t.customer, t.phone, t.service, t.note].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {appointments.map(({ id, from, to, appointment }) => (
              <tr key={id}>
                <td className={styles.time}>{times(from, to)}</td>
                <td>{appointment.status === 'HELD' ? t.held : customerNameOf(appointment) || t.anonymous}</td>
                <td className={styles.time}>{appointment.contact?.phone}</td>
                <td>{appointment.service.name}</td>
                <td className={styles.note}>{appointment.note}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
