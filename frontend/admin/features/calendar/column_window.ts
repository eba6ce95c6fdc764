import { type RefObject, useLayoutEffect, useState } from 'react';

/** The columns to render, by index. */
export interface ColumnWindow {
  first: number;
  last: number;
}

interface Sizes {
  /** How far the board is scrolled to the right, in pixels. */
  left: number;
  /** The width of the scroller, in pixels. */
  width: number;
  /** The width of the time axis, in pixels. */
  axis: number;
  /** The least width of a column, in pixels. */
  least: number;
  /** The number of columns. */
  count: number;
}

/** How many columns are rendered on either side of those in sight, so that Tab and drags find the next one. */
const beside = 2;

/** Returns the width of each column. */
const widthOf = ({ width, axis, least, count }: Sizes): number => Math.max(least, (width - axis) / count);

/** Returns the columns that are in sight, and some beside them. */
export function windowOf(sizes: Sizes): ColumnWindow {
  const { left, width, axis, count } = sizes;
  const each = widthOf(sizes);
  return {
    first: Math.max(0, Math.floor(left / each) - beside),
    last: Math.min(count - 1, Math.ceil((left + width - axis) / each) - 1 + beside),
  };
}

interface Options {
  scroller: RefObject<HTMLElement | null>;
  axis: number;
  least: number;
  count: number;
}

/** Returns the window of columns, which follows the scroller, and a function that scrolls to a column. */
export function useColumnWindow({ scroller, axis, least, count }: Options) {
  const [{ left, width }, setView] = useState({ left: 0, width: innerWidth });
  const shown = windowOf({ left, width, axis, least, count });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) {
      return undefined;
    }
    const measure = () =>
      setView((before) => {
        const next = { left: element.scrollLeft, width: element.clientWidth || before.width };
        const [a, b] = [windowOf({ ...before, axis, least, count }), windowOf({ ...next, axis, least, count })];
        return a.first === b.first && a.last === b.last ? before : next; // renders only when other columns are in sight
      });
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, axis, least, count]);

  function scrollTo(index: number) {
    const element = scroller.current;
    if (element) {
      element.scrollTo({ left: widthOf({ left, width: element.clientWidth, axis, least, count }) * (index - 1) });
    }
  }
  return { ...shown, scrollTo };
}
