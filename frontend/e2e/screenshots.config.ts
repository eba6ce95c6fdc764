import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ['screenshots.ts', 'customer_screenshots.ts'],
    globalSetup: [`${import.meta.dirname}/screenshots_folder.ts`, `${import.meta.dirname}/global_setup.ts`],
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
