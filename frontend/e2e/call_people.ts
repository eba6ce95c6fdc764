import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Watch, watch } from './browser';
import { keepConnections } from './call_media';
import type { Person } from './demo_salon';
import { germanContext } from './german_context';
import { signInBrowser } from './session';

/** Who opens a page: somebody of the salon or, without a name, the customer. */
export interface Caller {
  person?: Person | undefined;
  /** Uses only the relay, by this. */
  protocol?: 'udp' | 'tcp' | undefined;
  /** A script that the page runs before its own. */
  script?: string | undefined;
}

/** The people of a call, each with a browser profile, a camera and a microphone of their own. */
export interface CallPeople {
  /** Opens an empty page for somebody. */
  newPage(as?: Caller): Promise<Page>;
  /** Opens an address for somebody. */
  open(address: string, as?: Caller): Promise<Page>;
  /** Takes back what pages complained about while the server was away. */
  forgiveAbsence(): void;
  /** Forgets that a host was asked. */
  forgiveHost(host: string): void;
  /** Closes all pages. None may have complained, or asked another host than the server. */
  leave(): Promise<void>;
}

export function callPeople(browser: Browser, origin: string): CallPeople {
  const contexts: BrowserContext[] = [];
  const watches: Watch[] = [];

  async function newPage({ person, protocol, script }: Caller = {}): Promise<Page> {
    const context = await germanContext(browser);
    contexts.push(context);
    watches.push(watch(context));
    await context.grantPermissions(['camera', 'microphone'], { origin });
    await context.addInitScript(keepConnections(protocol));
    await (person ? signInBrowser(context, origin, person) : undefined);
    const page = await context.newPage();
    await (script ? page.addInitScript(script) : undefined);
    return page;
  }

  return {
    newPage,
    async open(address, as) {
      const page = await newPage(as);
      await page.goto(address);
      return page;
    },
    forgiveAbsence() {
      for (const seen of watches) {
        seen.complaints = seen.complaints.filter((text) => !/Failed to load resource|WebSocket connection/.test(text));
      }
    },
    forgiveHost(host) {
      for (const { hosts } of watches) {
        hosts.delete(host);
      }
    },
    async leave() {
      const seen = watches.splice(0);
      await Promise.all(contexts.splice(0).map((context) => context.close()));
      for (const { complaints, hosts } of seen) {
        expect(complaints).toEqual([]);
        expect([...hosts]).toEqual([new URL(origin).host]);
      }
    },
  };
}
