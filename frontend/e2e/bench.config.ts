import { defineConfig } from 'vitest/config';

// One after another, and with nothing beside them: it would count.
export default defineConfig({
  test: {
    dir: `${import.meta.dirname}/bench`,
    include: ['booking_page.ts', 'calendar_day.ts', 'call.ts', 'live_changes.ts'],
    globalSetup: `${import.meta.dirname}/global_setup.ts`,
    fileParallelism: false,
    disableConsoleIntercept: true,
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
