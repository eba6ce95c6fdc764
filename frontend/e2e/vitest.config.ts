import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ['*.test.ts'],
    // Even on two cores: a test mostly waits for its browser, and that for its server.
    maxWorkers: 2,
    // Node 20 has both, but only when asked.
    execArgv: ['--experimental-websocket', '--experimental-eventsource'],
    testTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
    hookTimeout: 60_000,
  },
});
