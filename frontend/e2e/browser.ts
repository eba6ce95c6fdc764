import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

const connected = new Set<Browser>();

/** Connects to the browser that all test files share. To close it closes the contexts of this connection. */
export async function connectBrowser(): Promise<Browser> {
  const browser = await chromium.connect(inject('browser'));
  connected.add(browser);
  browser.once('disconnected', () => connected.delete(browser));
  return browser;
}

/** Returns the pages that are open in this worker. */
export const openPages = (): Page[] => [...connected].flatMap((browser) => browser.contexts()).flatMap((context) => context.pages());

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
    if (protocol !== 'data:' && protocol !== 'blob:') {
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
