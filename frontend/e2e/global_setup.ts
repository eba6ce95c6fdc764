import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { launchBrowserServer } from './browser_process';
import { type DemoSalon, prepareDemoSalon } from './demo_salon';

declare module 'vitest' {
  interface ProvidedContext {
    demoSalon: DemoSalon;
    /** The address of the browser that all test files share; empty when there is none. */
    browser: string;
  }
}

/** Prepares once what every test file uses: the demo salon, of which each server gets a copy, and a browser. */
export default async function setUp({ provide }: TestProject) {
  const browser = await launchBrowserServer();
  const folder = await mkdtemp(join(tmpdir(), 'visavis-e2e-'));
  provide('demoSalon', await prepareDemoSalon(folder));
  provide('browser', browser?.wsEndpoint() ?? '');
  return async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  };
}
