import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Quicker to start than processes. The files of a thread share what they import; each puts back what it changes.
    pool: 'threads',
    isolate: false,
    restoreMocks: true,
    unstubGlobals: true,
    // Far longer than any test takes, so that a busy machine fails none.
    testTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'rules', include: ['{build,call,environment,graphiql,admin,widget}/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'components', include: ['{admin,widget}/**/*.test.tsx'], environment: 'happy-dom', setupFiles: 'admin/testing/setup.ts' },
      },
    ],
  },
});
