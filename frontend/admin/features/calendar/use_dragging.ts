import { type PointerEvent, type RefObject, useRef, useState } from 'react';
import { type Scale, snapped, type Span } from './board_scale';
import { type Column, columnOf, type Place, type Placed } from './columns';

/** The dragged appointment and its target. */
interface Dragged extends Place, Span {
  id: string;
  columnId: string;
  /** The target's seconds after the origin of its column. */
  offset: number;
}

/** The state and handlers of dragging. */
export interface Dragging {
  current: Dragged | undefined;
  begin(event: PointerEvent<HTMLElement>, placed: Placed): void;
  /** Reports whether the current click only ends a drag. */
  wasDragged(): boolean;
}

interface Options {
  board: RefObject<HTMLElement | null>;
  columns: readonly Column[];
  scale: Scale;
  pixelsPerSecond: number;
  onDrop(placed: Placed, place: Place): void;
}

/** The distance at which a press becomes a drag, in pixels. */
export const slack = 5;

/** Drags appointments to another time or column. Touch scrolls instead; there the menu moves appointments. */
export function useDragging({ board, columns, scale, pixelsPerSecond, onDrop }: Options): Dragging {
  const [current, setCurrent] = useState<Dragged>();
  const dragged = useRef(false);

  function begin(event: PointerEvent<HTMLElement>, placed: Placed) {
    dragged.current = false;
    const own = columns[columnOf(columns, placed)];
    if (event.button !== 0 || event.pointerType === 'touch' || !own) {
      return;
    }
    const { currentTarget: element, clientX, clientY, pointerId } = event;
    const scroller = board.current?.parentElement;
    const scrolledBefore = scroller?.scrollTop ?? 0;
    const ending = new AbortController();
    let target: Dragged | undefined;

    function follow({ clientX: x, clientY: y }: globalThis.PointerEvent) {
      const passed = y - clientY + (scroller?.scrollTop ?? 0) - scrolledBefore;
      if (!target && Math.hypot(passed, x - clientX) < slack) {
        return;
      }
      dragged.current = true;
      const length = placed.to - placed.from;
      const column = columnAt(x) ?? own!;
      const offset = snapped(scale, placed.from - own!.origin + passed / pixelsPerSecond, length);
      const from = column.origin + offset;
      target = { id: placed.id, staffId: column.profile.id, columnId: column.id, offset, from, to: from + length };
      setCurrent(target);
    }
    function columnAt(x: number): Column | undefined {
      const shown = [...(board.current?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
      const found = shown.find((column) => {
        const { left, right } = column.getBoundingClientRect();
        return left <= x && x < right;
      });
      return columns.find(({ id }) => id === found?.dataset['column']);
    }
    function end(drop: boolean) {
      ending.abort();
      setCurrent(undefined);
      if (drop && target && (target.staffId !== placed.staffId || target.from !== placed.from)) {
        onDrop(placed, { staffId: target.staffId, from: target.from });
      }
    }

    element.setPointerCapture(pointerId);
    const { signal } = ending;
    element.addEventListener('pointermove', follow, { signal });
    element.addEventListener('pointerup', () => end(true), { signal });
    element.addEventListener('pointercancel', () => end(false), { signal });
    addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal });
  }

  function wasDragged(): boolean {
    const was = dragged.current;
    dragged.current = false;
    return was;
  }

  return { current, begin, wasDragged };
}
