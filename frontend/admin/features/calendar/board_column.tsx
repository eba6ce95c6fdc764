import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useWords } from '../../language/words';
import { AbsenceBlock } from './absence_block';
import { AppointmentBlock } from './appointment_block';
import styles from './board.module.css';
import { type Scale, snap, type Span } from './board_scale';
import { type Column, gaps, type Placed } from './columns';
import { lanes } from './lanes';
import type { Start } from './new_appointment_form';
import { TimeChoice } from './time_choice';
import type { Dragging } from './use_dragging';
import type { Selecting } from './use_selecting';
import { calendarWords } from './words';

interface Props {
  column: Column;
  /** Its place among all columns, from 0. */
  index: number;
  /** The name of the column: the person, and the day if there are several. */
  name: string;
  scale: Scale;
  height: number;
  pixelsPerSecond: number;
  now: number;
  drag: Dragging;
  selecting: Selecting;
  onOpen(appointmentId: string): void;
  onKey(from: Placed, event: KeyboardEvent): void;
  onFree(start: Start): void;
  /** Content on top of the column. */
  children: ReactNode;
}

/** The column of one profile on one day. */
export function BoardColumn({ column, index, name, scale, height, pixelsPerSecond, now, drag, selecting, onOpen, onKey, onFree, children }: Props) {
  const t = useWords(calendarWords);
  const { id, profile, origin, working, absences, appointments } = column;
  const board: Span = { from: origin + scale.from, to: origin + scale.to };
  const top = (at: number) => (at - board.from) * pixelsPerSecond;
  const heightOf = ({ from, to }: Span) => (to - from) * pixelsPerSecond;
  const dragged = drag.current;
  // The dragged element stays in its column, which keeps the pointer captured.
  const shown = appointments.map((one) => (dragged?.id === one.id ? { ...one, from: origin + dragged.offset, to: origin + dragged.offset + one.to - one.from } : one));
  const isTarget = dragged?.columnId === id && appointments.every((one) => one.id !== dragged.id);
  const places = lanes(appointments);
  const selected = selecting.current?.columnId === id ? selecting.current : undefined;

  function take({ detail, nativeEvent }: MouseEvent) {
    if (selecting.wasSelected()) {
      return;
    }
    if (detail === 0) {
      onFree({ staffId: profile.id, date: column.date }); // by keyboard: no time was clicked
      return;
    }
    const at = scale.from + nativeEvent.offsetY / pixelsPerSecond;
    onFree({ staffId: profile.id, from: origin + Math.floor(at / snap) * snap });
  }

  return (
    <div className={styles.column} style={{ height, gridColumn: index + 2 }} data-column={id}>
      {gaps(board, working).map((gap) => (
        <div key={gap.from} className={styles.off} style={{ top: top(gap.from), height: heightOf(gap) }} />
      ))}
      <button type="button" className={styles.free} aria-label={t.free(name)} onPointerDown={(event) => selecting.begin(event, column)} onClick={take} />
      {absences.map((absent) => {
        const part = { from: Math.max(absent.from, board.from), to: Math.min(absent.to, board.to) };
        return part.from < part.to && <AbsenceBlock key={absent.id} absent={absent} column={column} top={top(part.from)} height={heightOf(part)} />;
      })}
      <ol className={styles.list} aria-label={t.appointmentsOf(name)}>
        {shown.map((one) => (
          <li key={one.id}>
            <AppointmentBlock
              placed={one}
              top={top(one.from)}
              height={heightOf(one)}
              lane={places.get(one.id) ?? { lane: 0, of: 1 }}
              isPast={one.to <= now}
              drag={drag}
              onOpen={onOpen}
              onKey={onKey}
            />
          </li>
        ))}
      </ol>
      {isTarget && <div className={styles.target} style={{ top: top(dragged.from), height: heightOf(dragged) }} />}
      {selected && !selected.isDone && <div className={styles.target} style={{ top: top(selected.from), height: heightOf(selected) }} />}
      {selected?.isDone && (
        <TimeChoice
          profile={profile}
          from={selected.from}
          to={selected.to}
          className={styles.target}
          top={top(selected.from)}
          height={heightOf(selected)}
          onAppointment={() => onFree({ staffId: profile.id, from: selected.from })}
          onClose={selecting.clear}
        />
      )}
      {children}
    </div>
  );
}
