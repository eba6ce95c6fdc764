import type { Page } from 'playwright-core';

/** How far the page has moved what it had shown, each time. */
export const layoutShifts = (page: Page): Promise<number[]> =>
  page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const found: number[] = [];
        new PerformanceObserver((list) => found.push(...list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value))).observe({
          type: 'layout-shift',
          buffered: true,
        });
        // What was buffered is delivered before two more frames are drawn.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(found)));
      }),
  );
