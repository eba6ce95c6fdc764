import { ColorSwatch } from '@mantine/core';
import { type CSSProperties, useLayoutEffect, useRef } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import styles from './board.module.css';
import { BoardColumn } from './board_column';
import { hoursOf, instantOf, type Scale } from './board_scale';
import type { Appointment, Day } from './calendar_query';
import type { Column, Place, Placed } from './columns';
import type { Start } from './new_appointment_form';
import { useDragging } from './use_dragging';
import { useNow } from './use_now';
import { isArrow, neighbor, stepped } from './walk';
import { calendarWords } from './words';

interface Props {
  day: Day;
  scale: Scale;
  columns: readonly Column[];
  onOpen(appointmentId: string): void;
  /** Called when an appointment is moved by key. */
  onMove(appointment: Appointment, place: Place, staffName: string): void;
  /** Called when an appointment is dragged to another place. */
  onDrop(appointment: Appointment, place: Place, staffName: string): void;
  onFree(start: Start): void;
}

/** The height of an hour, in pixels. */
const hourHeight = 75;
const pixelsPerSecond = hourHeight / 3600;

/** The day board: a column per profile, hours from top to bottom. */
export function Board({ day, scale, columns, onOpen, onMove, onDrop, onFree }: Props) {
  const t = useWords(calendarWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const board = useRef<HTMLDivElement>(null);
  const region = useRef<HTMLElement>(null);
  const wanted = useRef<string>(undefined);
  const now = useNow();
  const height = (scale.to - scale.from) * pixelsPerSecond;
  const top = (at: number) => (at - scale.from) * pixelsPerSecond;
  const isNowShown = scale.from <= now && now < scale.to && now < Date.parse(day.end) / 1000;

  function move({ appointment }: Placed, place: Place, by: typeof onMove) {
    const column = columns.find(({ profile }) => profile.id === place.staffId);
    if (column && scale.midnight <= place.from) {
      wanted.current = appointment.id;
      by(appointment, place, column.profile.displayName);
    }
  }
  const drag = useDragging({ board, scale, pixelsPerSecond, onDrop: (from, place) => move(from, place, onDrop) });

  function go(from: Placed, event: { key: string; altKey: boolean; preventDefault(): void }) {
    if (!isArrow(event.key)) {
      return;
    }
    event.preventDefault();
    if (event.altKey) {
      const place = stepped(columns, from, event.key);
      if (place) {
        move(from, place, onMove);
      }
      return;
    }
    const next = neighbor(columns, from, event.key);
    if (next) {
      focus(next.id);
    }
  }
  const focus = (id: string) => board.current?.querySelector<HTMLElement>(`[data-appointment="${id}"]`)?.focus();

  // A move to another column creates a new element, which takes over the focus.
  useLayoutEffect(() => {
    if (wanted.current && document.activeElement === document.body) {
      focus(wanted.current);
    }
  });

  useLayoutEffect(() => {
    region.current?.scrollTo({ top: isNowShown ? top(now) - hourHeight * 1.5 : 0 });
    // Only on mount: later it would scroll away from what the user looks at.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.region} ref={region} aria-label={t.board} tabIndex={0}>
      <div className={styles.board} ref={board} style={{ '--columns': columns.length, '--hour': `${hourHeight}px` } as CSSProperties}>
        <div className={`${styles.head} ${styles.corner}`} />
        {columns.map(({ profile, appointments }) => (
          <div key={profile.id} className={styles.head}>
            <ColorSwatch color={profile.color} size={12} withShadow={false} />
            <div>
              <h2 className={styles.name}>{profile.displayName}</h2>
              <span className={styles.about}>{[profile.title, t.count(appointments.length)].filter(Boolean).join(' · ')}</span>
            </div>
          </div>
        ))}
        <div className={styles.hours} aria-hidden="true">
          {hoursOf(scale)
            .slice(1)
            .map((hour) => (
              <span key={hour} className={styles.hour} style={{ top: top(hour) }}>
                {format.time(instantOf(hour), timeZone)}
              </span>
            ))}
        </div>
        {columns.map((column) => (
          <BoardColumn
            key={column.profile.id}
            column={column}
            scale={scale}
            height={height}
            pixelsPerSecond={pixelsPerSecond}
            drag={drag}
            onOpen={onOpen}
            onKey={go}
            onFree={onFree}
          >
            {isNowShown && <div className={styles.now} style={{ top: top(now) }} />}
          </BoardColumn>
        ))}
      </div>
    </section>
  );
}
