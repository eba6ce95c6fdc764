import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import styles from './board.module.css';
import { BoardColumn } from './board_column';
import { hoursOf, instantOf, type Scale } from './board_scale';
import type { Appointment } from './calendar_query';
import { ColumnHead } from './column_head';
import { useColumnWindow } from './column_window';
import { type Column, columnOf, type Place, type Placed } from './columns';
import type { Start } from './new_appointment_form';
import { useDragging } from './use_dragging';
import { useNow } from './use_now';
import { useSelecting } from './use_selecting';
import { useSwipe } from './use_swipe';
import { isArrow, neighbor, stepped } from './walk';
import { calendarWords } from './words';

interface Props {
  scale: Scale;
  columns: readonly Column[];
  /** The local date in a week, which comes into sight first; undefined: columns are of one day. */
  weekOf?: string;
  onOpen(appointmentId: string): void;
  /** Called when an appointment is moved by key. */
  onMove(appointment: Appointment, place: Place, staffName: string): void;
  /** Called when an appointment is dragged to another place. */
  onDrop(appointment: Appointment, place: Place, staffName: string): void;
  onFree(start: Start): void;
  /** Called when a finger goes sideways over the hours or over the heads: 1 for what comes next, -1 for what is before. */
  onSwipe?(over: 'hours' | 'heads', step: 1 | -1): void;
}

/** The height of an hour, in pixels. */
const hourHeight = 75;
const pixelsPerSecond = hourHeight / 3600;

/** The width of the axis and the least widths of a column, in pixels. */
const axis = 56;
const leastOf = { day: 150, week: 112 };

/** The board: a column per profile and day, hours from top to bottom. Columns far out of sight are not rendered. */
export function Board({ scale, columns, weekOf, onOpen, onMove, onDrop, onFree, onSwipe }: Props) {
  const isWeek = weekOf !== undefined;
  const t = useWords(calendarWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const board = useRef<HTMLDivElement>(null);
  const region = useRef<HTMLElement>(null);
  const wanted = useRef<string>(undefined);
  const sought = useRef<string>(undefined);
  const [active, setActive] = useState<string>();
  const now = useNow();
  const least = isWeek ? leastOf.week : leastOf.day;
  const { first, last, scrollTo } = useColumnWindow({ scroller: region, axis, least, count: columns.length });
  const height = (scale.to - scale.from) * pixelsPerSecond;
  const top = (offset: number) => (offset - scale.from) * pixelsPerSecond;
  const isToday = ({ from, to }: Column) => from <= now && now < to;
  const today = columns.find(isToday);
  const offset = today ? now - today.origin : -1;
  const isNowShown = scale.from <= offset && offset < scale.to;
  // The column in use stays, also when it is scrolled out of sight.
  const shown = columns.map((column, index) => ({ column, index })).filter(({ column, index }) => (first <= index && index <= last) || column.id === active);

  function move({ appointment, ...from }: Placed, place: Place, by: typeof onMove) {
    const column = columns[columnOf(columns, place)];
    if (column && column.from <= place.from && place.from < column.to) {
      wanted.current = from.id;
      by(appointment, place, column.profile.displayName);
    }
  }
  const drag = useDragging({ board, columns, scale, pixelsPerSecond, onDrop: (from, place) => move(from, place, onDrop) });
  const selecting = useSelecting(scale, pixelsPerSecond);
  const swipe = useSwipe((step, { target }) => onSwipe?.((target as Element).closest(`.${styles.head}`) ? 'heads' : 'hours', step));

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
    if (next && !focus(next.id)) {
      sought.current = next.id; // focused as soon as it is rendered
      scrollTo(columnOf(columns, next));
    }
  }
  function focus(id: string): boolean {
    const element = board.current?.querySelector<HTMLElement>(`[data-appointment="${id}"]`);
    element?.focus();
    return element !== null && element !== undefined;
  }

  // A move to another column creates a new element, which takes over the focus.
  useLayoutEffect(() => {
    if (sought.current && focus(sought.current)) {
      sought.current = undefined;
    }
    if (wanted.current && document.activeElement === document.body) {
      focus(wanted.current);
    }
  });

  useLayoutEffect(() => {
    region.current?.scrollTo({ top: isNowShown ? top(offset) - hourHeight * 1.5 : 0, left: 0 });
    const wantedFirst = columns.findIndex(({ date }) => date === weekOf);
    if (wantedFirst > 0) {
      scrollTo(wantedFirst + 1);
    }
    // Only on mount: later it would scroll away from what the user looks at.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.region} ref={region} aria-label={isWeek ? t.weekBoard : t.board} tabIndex={0} {...(onSwipe && swipe)} data-swipes={onSwipe !== undefined}>
      <div
        className={styles.board}
        ref={board}
        style={{ '--columns': columns.length, '--least': `${least}px`, '--hour': `${hourHeight}px` } as CSSProperties}
        onFocus={({ target }) => setActive(target.closest<HTMLElement>('[data-column]')?.dataset['column'])}
      >
        <div className={`${styles.head} ${styles.corner}`} />
        {shown.map(({ column, index }) => (
          <ColumnHead key={column.id} column={column} index={index} isWeek={isWeek} isToday={isToday(column)} />
        ))}
        <div className={styles.hours} style={{ height }} aria-hidden="true">
          {columns[0] &&
            hoursOf(scale)
              .slice(1)
              // The time of now stands where the hour would.
              .filter((hour) => !isNowShown || Math.abs(top(hour) - top(offset)) > 14)
              .map((hour) => (
                <span key={hour} className={styles.hour} style={{ top: top(hour) }}>
                  {format.time(instantOf(columns[0]!.origin + hour), timeZone)}
                </span>
              ))}
          {isNowShown && (
            <span className={styles.nowTime} style={{ top: top(offset) }}>
              {format.time(instantOf(now), timeZone)}
            </span>
          )}
        </div>
        {shown.map(({ column, index }) => (
          <BoardColumn
            key={column.id}
            column={column}
            index={index}
            name={isWeek ? `${column.profile.displayName}, ${format.shortDay(column.date)}` : column.profile.displayName}
            scale={scale}
            height={height}
            pixelsPerSecond={pixelsPerSecond}
            now={now}
            drag={drag}
            selecting={selecting}
            onOpen={onOpen}
            onKey={go}
            onFree={onFree}
          >
            {isNowShown && isToday(column) && <div className={styles.now} style={{ top: top(offset) }} />}
          </BoardColumn>
        ))}
      </div>
    </section>
  );
}
