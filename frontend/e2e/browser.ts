import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether there is a browser. Without one the tests are skipped, but never in CI. */
export const hasBrowser = existsSync(executablePath);
if (!hasBrowser) {
  const sentence = `No Chromium at ${executablePath}: install it, or set CHROMIUM to its path.`;
  if (process.env['CI']) {
    throw new Error(sentence);
  }
  console.warn(`\nSKIPPED: all tests in the browser. ${sentence}\n`);
}

/** Starts a browser with a fresh profile, and with more arguments if need be. */
export function startBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath,
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...more],
  });
}

/** What a browser complained about and whom it asked. */
export interface Watch {
  complaints: string[];
  hosts: Set<string>;
}

/** Records console errors, among them breaches of the content security policy, uncaught exceptions, and asked hosts. */
export function watch(context: BrowserContext): Watch {
  const seen: Watch = { complaints: [], hosts: new Set() };
  const ask = (address: string) => {
    const { protocol, host } = new URL(address);
    if (protocol !== 'data:') {
      seen.hosts.add(host);
    }
  };
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      seen.complaints.push(`${message.type()}: ${message.text()}`);
    }
  });
  context.on('weberror', (error) => seen.complaints.push(error.error().message));
  context.on('request', (request) => ask(request.url()));
  context.on('page', (page) => page.on('websocket', (socket) => ask(socket.url())));
  return seen;
}
