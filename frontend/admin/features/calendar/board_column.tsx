import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useWords } from '../../language/words';
import { AppointmentBlock } from './appointment_block';
import styles from './board.module.css';
import { type Scale, snap } from './board_scale';
import { type Column, gaps, type Placed } from './columns';
import { lanes } from './lanes';
import type { Start } from './new_appointment_form';
import type { Dragging } from './use_dragging';
import { calendarWords } from './words';

interface Props {
  column: Column;
  scale: Scale;
  height: number;
  pixelsPerSecond: number;
  drag: Dragging;
  onOpen(appointmentId: string): void;
  onKey(from: Placed, event: KeyboardEvent): void;
  onFree(start: Start): void;
  /** Content on top of the column. */
  children: ReactNode;
}

/** The column of one profile. */
export function BoardColumn({ column: { profile, working, appointments }, scale, height, pixelsPerSecond, drag, onOpen, onKey, onFree, children }: Props) {
  const t = useWords(calendarWords);
  const top = (at: number) => (at - scale.from) * pixelsPerSecond;
  const dragged = drag.current;
  // The dragged element stays in its column, which keeps the pointer captured.
  const shown = appointments.map((one) => (dragged?.id === one.id ? { ...one, from: dragged.from, to: dragged.to } : one));
  const isTarget = dragged?.staffId === profile.id && appointments.every(({ id }) => id !== dragged.id);
  const target = isTarget ? dragged : undefined;
  const places = lanes(appointments);

  function take({ detail, nativeEvent }: MouseEvent) {
    if (detail === 0) {
      onFree({ staffId: profile.id }); // by keyboard: no time was clicked
      return;
    }
    const at = scale.from + nativeEvent.offsetY / pixelsPerSecond;
    onFree({ staffId: profile.id, from: scale.midnight + Math.floor((at - scale.midnight) / snap) * snap });
  }

  return (
    <div className={styles.column} style={{ height }} data-column={profile.id}>
      {gaps({ from: scale.from, to: scale.to }, working).map(({ from, to }) => (
        <div key={from} className={styles.off} style={{ top: top(from), height: (to - from) * pixelsPerSecond }} />
      ))}
      <button type="button" className={styles.free} aria-label={t.free(profile.displayName)} onClick={take} />
      <ol className={styles.list} aria-label={t.appointmentsOf(profile.displayName)}>
        {shown.map((one) => (
          <li key={one.id}>
            <AppointmentBlock
              placed={one}
              top={top(one.from)}
              height={(one.to - one.from) * pixelsPerSecond}
              lane={places.get(one.id) ?? { lane: 0, of: 1 }}
              drag={drag}
              onOpen={onOpen}
              onKey={onKey}
            />
          </li>
        ))}
      </ol>
      {target && <div className={styles.target} style={{ top: top(target.from), height: (target.to - target.from) * pixelsPerSecond }} />}
      {children}
    </div>
  );
}
