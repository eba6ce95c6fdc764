import { existsSync } from 'node:fs';
import { type Browser, type BrowserServer, chromium } from 'playwright-core';

/** The headless shell draws no window and no toolbars, which saves an eighth of the processor time. */
const installed = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

const executablePath = process.env['CHROMIUM'] ?? installed.find(existsSync) ?? '/usr/bin/chromium';

/** Whether there is a browser. Without one the tests are skipped, but never in CI. */
export const hasBrowser = existsSync(executablePath);

/** A name of this machine whose pages have no secure context, as those of sites without TLS. */
export const insecureHost = 'site.example';

const options = {
  executablePath,
  chromiumSandbox: false,
  args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--host-resolver-rules=MAP ${insecureHost} 127.0.0.1`],
};

/** Starts the browser that all test files share. Without one installed it warns, and fails in CI. */
export async function launchBrowserServer(): Promise<BrowserServer | undefined> {
  if (hasBrowser) {
    return chromium.launchServer({ ...options, host: '127.0.0.1' });
  }
  const sentence = `No Chromium at ${executablePath}: install it, or set CHROMIUM to its path.`;
  if (process.env['CI']) {
    throw new Error(sentence);
  }
  console.warn(`\nSKIPPED: all tests in the browser. ${sentence}\n`);
  return undefined;
}

/** Starts a browser that Lighthouse can drive by the port. */
export const launchDebuggedBrowser = (port: number): Promise<Browser> =>
  chromium.launch({ ...options, args: [...options.args, `--remote-debugging-port=${port}`] });
