import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{build,environment,graphiql,admin,widget}/**/*.test.{ts,tsx}'],
    // Quicker to start than processes.
    pool: 'threads',
    // Far longer than any test takes, so that a busy machine fails none.
    testTimeout: 60_000,
  },
});
