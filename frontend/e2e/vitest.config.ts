import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const slow = /accessibility|customer_states|everyday|book\.test|calendar|engines|host_pages|room\.test/;

/** Starts the files that take longest first, so that both workers end at about the same time. */
class SlowFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => Number(slow.test(b.moduleId)) - Number(slow.test(a.moduleId))));
  }
}

export default defineConfig({
  test: {
    dir: import.meta.dirname,
    include: ['*.test.ts'],
    globalSetup: `${import.meta.dirname}/global_setup.ts`,
    runner: `${import.meta.dirname}/failed_pages.ts`,
    // Each file has servers and browser contexts of its own, and shares only what it imports.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    // Node 20 has both, but only when asked.
    execArgv: ['--experimental-websocket', '--experimental-eventsource'],
    // No test is to fail because the machine is busy.
    testTimeout: 90_000,
    expect: { poll: { timeout: 30_000 } },
    hookTimeout: 90_000,
  },
});
