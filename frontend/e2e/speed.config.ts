import { defineConfig } from 'vitest/config';

// On their own, after the others: what runs beside them would count.
export default defineConfig({
  test: {
    dir: `${import.meta.dirname}/speed`,
    include: ['*.test.ts'],
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
