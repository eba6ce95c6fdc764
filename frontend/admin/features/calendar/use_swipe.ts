import { type PointerEvent, useRef } from 'react';

/** How far a finger goes sideways for a step, in pixels. */
const least = 60;

/** Returns the step of a finger that has moved: 1 to the left, as to the next page; undefined if it did not go sideways. */
export function stepOf(x: number, y: number): 1 | -1 | undefined {
  if (Math.abs(x) < least || Math.abs(x) < 2 * Math.abs(y)) {
    return undefined;
  }
  return x < 0 ? 1 : -1;
}

/** Returns handlers for swipes by touch. What scrolls sideways by itself keeps the finger: the browser cancels the pointer. */
export function useSwipe(onStep: (step: 1 | -1, event: PointerEvent) => void) {
  const begun = useRef<{ id: number; x: number; y: number }>(undefined);
  return {
    onPointerDown({ pointerType, pointerId, clientX, clientY }: PointerEvent) {
      begun.current = pointerType === 'touch' ? { id: pointerId, x: clientX, y: clientY } : undefined;
    },
    onPointerCancel() {
      begun.current = undefined;
    },
    onPointerUp(event: PointerEvent) {
      const from = begun.current;
      begun.current = undefined;
      const step = from && from.id === event.pointerId && stepOf(event.clientX - from.x, event.clientY - from.y);
      if (step) {
        onStep(step, event);
      }
    },
  };
}
