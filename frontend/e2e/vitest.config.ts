import { defineConfig } from 'vitest/config';
import { StartSlowFirst } from './start_slow_first';

export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: `${import.meta.dirname}/global_setup.ts`,
    // Each file has servers and browser contexts of its own.
    maxWorkers: 2,
    sequence: { sequencer: StartSlowFirst },
    // Node 20 has both, but only when asked.
    execArgv: ['--experimental-websocket', '--experimental-eventsource'],
    // No test is to fail because the machine is busy.
    testTimeout: 90_000,
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 90_000,
  },
});
