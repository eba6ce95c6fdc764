import { type PointerEvent, useRef, useState } from 'react';
import { type Scale, snap, type Span } from './board_scale';
import type { Column } from './columns';
import { slack } from './use_dragging';

/** Free time that is being selected. */
interface Selected extends Span {
  columnId: string;
  /** Whether the pointer was released. */
  isDone: boolean;
}

/** The state and handlers of selecting free time. */
export interface Selecting {
  current: Selected | undefined;
  begin(event: PointerEvent<HTMLElement>, column: Column): void;
  /** Reports whether the current click only ends a selection. */
  wasSelected(): boolean;
  clear(): void;
}

/** Returns the quarters of an hour between two heights, in seconds after the origin. */
export function selectedBetween(scale: Scale, a: number, b: number): Span {
  const [first, last] = [Math.min(a, b), Math.max(a, b)];
  return {
    from: Math.max(scale.from, Math.floor(first / snap) * snap),
    to: Math.min(scale.to, Math.max(Math.ceil(last / snap) * snap, Math.floor(first / snap) * snap + snap)),
  };
}

/** Selects free time by dragging over it. Touch scrolls instead; there a menu blocks time. */
export function useSelecting(scale: Scale, pixelsPerSecond: number): Selecting {
  const [current, setCurrent] = useState<Selected>();
  const selected = useRef(false);

  function begin(event: PointerEvent<HTMLElement>, { id, origin }: Column) {
    selected.current = false;
    setCurrent(undefined);
    if (event.button !== 0 || event.pointerType === 'touch') {
      return;
    }
    const { currentTarget: element, clientY, pointerId } = event;
    const height = (y: number) => scale.from + (y - element.getBoundingClientRect().top) / pixelsPerSecond;
    const begun = height(clientY);
    const ending = new AbortController();

    function follow({ clientY: y }: globalThis.PointerEvent) {
      if (!selected.current && Math.abs(y - clientY) < slack) {
        return;
      }
      selected.current = true;
      const { from, to } = selectedBetween(scale, begun, height(y));
      setCurrent({ columnId: id, from: origin + from, to: origin + to, isDone: false });
    }
    function end(isDone: boolean) {
      ending.abort();
      setCurrent((before) => (isDone ? before && { ...before, isDone } : undefined));
    }

    element.setPointerCapture(pointerId);
    const { signal } = ending;
    element.addEventListener('pointermove', follow, { signal });
    element.addEventListener('pointerup', () => end(true), { signal });
    element.addEventListener('pointercancel', () => end(false), { signal });
    addEventListener('keydown', ({ key }) => key === 'Escape' && end(false), { signal });
  }

  function wasSelected(): boolean {
    const was = selected.current;
    selected.current = false;
    return was;
  }

  return { current, begin, wasSelected, clear: () => setCurrent(undefined) };
}
